// Made from docs/openapi.json by `npm run types`. Do not edit.

export interface paths {
    "/api/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The chart of accounts, whole. */
        get: operations["list_accounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{code}/postings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An account's register: its postings by day and number, one way or the other, each with the balance after it. */
        get: operations["account_postings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agreement-approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve a version that another person proposed. */
        post: operations["approve_agreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agreement-dry-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a version on what was sold before anybody signs it: who got what by the books, and who would have got what, to the fen.
         * @description Nothing is written. The tried version begins without carry; what had been sold before the first day stays as it was split.
         */
        post: operations["dry_run_agreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agreement-versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Versions of agreements with their shares, in the order in which they were proposed. */
        get: operations["list_agreement_versions"];
        put?: never;
        /**
         * Propose a version of a grid's agreement. Another person approves it, and the owner consents; then it is in force from its
         *     first day on.
         */
        post: operations["propose_agreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agreement-versions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A version with its shares and what rounding still owes to each. */
        get: operations["get_agreement_version"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agreement-withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw a version that is not agreed yet. Whoever wants another one proposes it anew. */
        post: operations["withdraw_agreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/allocations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Allocate what lies open. Posted today, split by the agreement that was in force on the sale's business day. */
        post: operations["allocate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/balances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the cooperative owes to people now: a stallholder sees their own, a guardian the wards', the office everybody's. */
        get: operations["list_balances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bank-account-decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve a bank account that another person wrote down, or turn it down. */
        post: operations["decide_bank_account"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bank-account-readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read a bank account. Who read it and when is kept for good. */
        post: operations["read_bank_account"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bank-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Bank accounts in the order in which they were written down, without what is sealed. An owner sees their own. */
        get: operations["list_bank_accounts"];
        put?: never;
        /**
         * Write a bank account down: its owner, or the office. It is sealed as names are, and paid to once another person approves it. A guardian
         *     cannot: nobody redirects what somebody else is paid.
         */
        post: operations["propose_bank_account"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bill-payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pay a bill, usually by the bank. */
        post: operations["pay_bill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cash-bankings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring cash from the safe to the bank. */
        post: operations["bank_cash"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cash-movements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cash movements, newest first or as `sort` says. */
        get: operations["list_cash_movements"];
        put?: never;
        /** Cash moved without a sale: from the safe, to the safe, or for a small expense. */
        post: operations["move_cash"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The owner consents to a version, or an organiser logs that they did. */
        post: operations["consent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/count-decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide what the difference of a count is: by another person than who counted. */
        post: operations["decide_count"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deposit-returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a deposit back, usually from the safe. Never more than is held. */
        post: operations["return_deposit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deposits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a deposit (押金), usually into the safe. */
        post: operations["take_deposit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/donation-transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pass on what customers rounded up for charity, by the bank. Never more than is held. */
        post: operations["pass_donations_on"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/earnings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is due to an owner now, and a day line by line with the way to each amount. A stallholder sees their own, a guardian the wards'. */
        get: operations["show_earnings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enrolments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a till in with the code that the office shows. The code works once; wrong ones are answered slower and slower. */
        post: operations["enrol_till"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The journal by day, then number, one way or the other. */
        get: operations["list_entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/entries/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One entry. */
        get: operations["show_entry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erase a person: their name, contacts, nickname and sign-in. It cannot be undone. Amounts and numbers stay, so the books stay
         *     whole; issued statements lose their pages and keep their number and hash.
         */
        post: operations["erase_person"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/faces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Choose a drawn face: everybody for themselves, a guardian for the wards, the organiser for anybody. Never a photograph. */
        post: operations["change_face"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/founding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether a cooperative can be founded here. */
        get: operations["founding"];
        put?: never;
        /**
         * Found the first cooperative of this service: its chart, the people who sign in first, a site, and a till. Whole, or not at all.
         * @description Only while there is none, and only with the setup code. Wrong codes are answered slower and slower.
         */
        post: operations["found"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/gap-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose to declare missing numbers of a till lost. Once another person agrees, what waits for them is posted. */
        post: operations["propose_loss"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/gift-spendings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Spend a restricted gift: on its purpose only, and never beyond what was received. */
        post: operations["spend_gift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/good-pictures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a good's picture: a drawing of the library, an uploaded one, or none. */
        post: operations["set_picture"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Goods with their prices, as they were added or as `sort` says. */
        get: operations["list_goods"];
        put?: never;
        /** Add a good. */
        post: operations["add_good"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goods-at-cost": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note goods that a supporter leaves at cost recovery: they stay theirs until sold, and `value` is the cost that comes back to them. */
        post: operations["leave_goods"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goods-import-previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look at a list of goods: line by line, what would be new, which price would change, and what cannot be. Nothing is written. */
        post: operations["preview_goods"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goods-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring in a list of goods: all of it, or nothing. */
        post: operations["import_goods"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goods-purchases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Buy goods to sell them as the cooperative's own. */
        post: operations["buy_goods"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goods-receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record goods that their owner brought. A good's stock book begins with its first receipt. */
        post: operations["receive_goods"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goods-returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record goods that their owner took home. Never more than the book has. */
        post: operations["take_goods_home"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goods/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A good with its prices. */
        get: operations["get_good"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goods/{id}/movements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The stock book of a good, oldest first. An owner sees their own goods'. */
        get: operations["stock_movements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grid-contract-endings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a contract its last day. */
        post: operations["end_grid_contract"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grid-contracts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Contracts about grids, in the order in which they were added. An owner sees their own, a guardian their wards'. */
        get: operations["list_grid_contracts"];
        put?: never;
        /** Let a grid to its owner: from when to when, for how much a month, and how that is met. */
        post: operations["add_grid_contract"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grid-contracts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A contract about a grid. */
        get: operations["get_grid_contract"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grid-owners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a grid to an owner. It needs an agreement with them: without one its sales wait to be allocated. */
        post: operations["give_grid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grid-pages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write down a grid's story, and show the grid in the shop or take it out. It counts for today's owner only. */
        post: operations["set_grid_page"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grid-wish-endings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take somebody off the waiting list. */
        post: operations["end_grid_wish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grid-wishes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who waits for a grid, longest first. Everybody sees their own. */
        get: operations["list_grid_wishes"];
        put?: never;
        /** Put somebody on the waiting list for a grid. */
        post: operations["add_grid_wish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Grids, by code. */
        get: operations["list_grids"];
        put?: never;
        /** Add a grid. */
        post: operations["add_grid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grids/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A grid with its owners. */
        get: operations["get_grid"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/head": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the books stand: the last entry's number and hash. Whoever notes them can prove later that nothing before was changed. */
        get: operations["show_head"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/images": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a picture: JPEG, PNG or WebP of at most 8 MB, known by its content. It is made small, and what a camera writes beside it
         *     (the place, the time, the owner) is left out. The same picture again has the same name.
         */
        post: operations["upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instrument-endings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End an agreement with a love shareholder today: nothing more comes in under it. What came in is spent or paid back as agreed. */
        post: operations["end_instrument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instrument-papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put an uploaded paper with an agreement: the contract that was signed, a letter. */
        post: operations["add_instrument_paper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instrument-receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Money comes in under an agreement: a gift, a loan, share capital. Never more than was agreed. */
        post: operations["receive_from_supporter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instrument-repayments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pay a loan back, or let share capital be withdrawn. Never more than is left of it. */
        post: operations["give_back_to_supporter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instruments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was agreed with love shareholders, in the order in which it was agreed. A love shareholder sees their own. */
        get: operations["list_instruments"];
        put?: never;
        /** Agree something with a love shareholder. Agreements' versions name shares of sales. Nothing promises a return. */
        post: operations["add_instrument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instruments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was agreed with a supporter, with a loan's schedule and the supporter's last word. */
        get: operations["get_instrument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instruments/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What came in under an agreement and what went out of it, newest first. */
        get: operations["instrument_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/loan-waivers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that a lender waives the rest of a loan. Their wish to do so is logged first. */
        post: operations["waive_loan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/logins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a person a login, or a new password. All their sign-ins end. */
        post: operations["set_login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lot-appraisals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Appraise a given lot: it comes in once another person agrees to the value (`POST /proposal-agreements`), under the id of this proposal. */
        post: operations["appraise_lot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lot-findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose that missing pieces turned up at a count; another person agrees. */
        post: operations["propose_finding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lot-givings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give pieces to a family. */
        post: operations["give_pieces"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lot-shortages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that pieces are missing. They leave the shelf; that they are gone waits for another person's approval. */
        post: operations["miss_pieces"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lots in the order in which they came in. A love shareholder sees their own. */
        get: operations["list_lots"];
        put?: never;
        /** Take in a given lot by its invoice. Without one, two people appraise it. */
        post: operations["take_in_lot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lots/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A lot with where its pieces went: pieces and money by destination. */
        get: operations["get_lot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lots/{id}/movements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to a lot piece by piece and fen by fen, from the first day on. For the office. */
        get: operations["lot_movements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/manual-entry-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Draft an entry for what no event covers, with the paper behind it. Another person agrees. */
        post: operations["propose_manual_entry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who am I, and what may I do? */
        get: operations["me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/member-capital-payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A member pays share capital in, usually in cash. */
        post: operations["pay_member_capital"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/member-capital-withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A member withdraws share capital, usually by the bank. Never more than was paid in. */
        post: operations["withdraw_member_capital"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/memberships": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A person joins the cooperative today. What their sales have earned moves to the members' account. */
        post: operations["join"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/nicknames": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the nickname that a person chose. Papers that were printed keep the earlier one. */
        post: operations["change_nickname"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/office-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the office put into the books, newest first. */
        get: operations["list_office_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/office-events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of them. */
        get: operations["show_office_event"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/open-items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What lies on "to be allocated" (21108), by document. */
        get: operations["list_open_items"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/opening-balance-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Draft the opening balances (期初余额), once: what was counted when the cooperative began with these books. Another person agrees. */
        post: operations["propose_opening"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a paper: a PDF, or a photograph (JPEG, PNG or WebP), of at most 8 MB, known by its content. A photograph is drawn anew without what
         *     the camera wrote beside it. The same paper again has the same name.
         */
        post: operations["upload_paper_bytes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/papers/{paper}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A paper, as a file to be kept. */
        get: operations["show_paper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/particulars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Replace a person's name and contacts. */
        post: operations["replace_particulars"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/passwords": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change one's own password. One's other sign-ins end. */
        post: operations["change_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payout-cancellations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a payout back before it is paid. */
        post: operations["cancel_payout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payout-co-signatures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Agree to a payout as a helper or as the owner's guardian, where the support plan asks for it. */
        post: operations["co_sign_payout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payout-confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Agree to one's own payout. The owner's word comes first, whatever the support plan says. */
        post: operations["confirm_payout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payout-failures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that a paid payout did not arrive: its entry is reversed, and what was due is due again. */
        post: operations["fail_payout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payout-payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pay a payout that everybody signed: cash from the safe, or a transfer, which then stands in the run's file for the bank. What is due, the
         *     account and the support plan are looked at again.
         */
        post: operations["pay_payout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payout-refusals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say no to a payout, as its owner or as who helps. It is kept for good, and nothing is paid. */
        post: operations["refuse_payout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payout-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Runs, in the order in which they were drafted. */
        get: operations["list_payout_runs"];
        put?: never;
        /**
         * Draft payouts (结款): what is due to each owner, less rent that is owed as far as the limit lets it. Each then goes to its owner, to a helper
         *     or a guardian where the support plan says so, and to the treasurer; nobody acts twice in one, and the drafter has acted.
         */
        post: operations["draft_payouts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payout-runs/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who would be paid what, and why somebody would not. Nothing is written. */
        get: operations["preview_payouts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payout-terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is agreed about payouts now. */
        get: operations["payout_terms"];
        put?: never;
        /** Set what is agreed about payouts, from now on. */
        post: operations["set_payout_terms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payout-transfer-files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The file for the bank: the payments of a run that go through it and are paid here, in the columns that are set. Reading each account is
         *     kept for good. What did not arrive stands in it no more.
         */
        post: operations["transfer_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Payouts, newest first. An owner sees their own, a guardian their wards'. */
        get: operations["list_payouts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payouts/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits for the sender's own word: their own payouts to confirm, and those to co-sign as a helper or a guardian. */
        get: operations["waiting_payouts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payouts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A payout. */
        get: operations["get_payout"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payouts/{id}/voucher.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A payout's voucher (结款单) with the amount in capitals, to be signed. */
        get: operations["payout_on_paper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People, as they were added or as `sort` says. Who has no office sees themselves and their wards. */
        get: operations["list_people"];
        put?: never;
        /** Add a person. The name is sealed, and each reading of it is logged. */
        post: operations["add_person"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people-import-previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look at a list of people: line by line, who would be new, who is there already, and what cannot be. Nothing is written. */
        post: operations["preview_people"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring in a list of people: all of it, or nothing. Names are sealed on the way in. */
        post: operations["import_people"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A person. */
        get: operations["get_person"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/picture-pins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set the three pictures by which a till knows who sells: the organiser for anybody, everybody for themselves, a guardian for the wards. */
        post: operations["set_picture_pin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set one's own PIN, which approves refunds at a till. */
        post: operations["set_pin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a good's price. What is sold already keeps its own. */
        post: operations["set_price"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proposal-agreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Agree to another person's proposal: now it happens. The answer names the entry, if money moved. */
        post: operations["agree_to_proposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proposal-rejections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reject a proposal, or take one's own back. */
        post: operations["reject_proposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Proposals, the oldest first or as `sort` says. */
        get: operations["list_proposals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proposals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One proposal. */
        get: operations["view_proposal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/provider-settlements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record what a provider (微信, 支付宝) paid out (到账), and the fee that it kept. */
        post: operations["settle_provider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quarantine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Commands that were set aside, the oldest first. */
        get: operations["list_quarantine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quarantine/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One command that was set aside, with everything that the till sent. */
        get: operations["view_quarantined"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who read whose name, and why. Everybody sees who read their own. */
        get: operations["list_readings"];
        put?: never;
        /**
         * Read a person's name and contacts. Who read them, when and why is kept for good. Everybody may read their own, a guardian the
         *     wards'.
         */
        post: operations["read_particulars"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get a new access token, and a new refresh token for the next time.
         * @description A refresh token is good once. When it comes a second time, later than 20 seconds after the first, the whole sign-in ends: one of
         *     the two who showed it is a thief.
         */
        post: operations["refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/refund-totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What all refunds that match come to, however many pages they fill. `sort`, `limit` and `after` change nothing. */
        get: operations["total_refunds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Refunds, newest first or as `sort` says. A till sees those of its open shift. */
        get: operations["list_refunds"];
        put?: never;
        /** Goods came back. */
        post: operations["refund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/refunds/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One refund. */
        get: operations["show_refund"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rent-payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An owner pays rent that was charged, usually in cash. Never more than is owed. */
        post: operations["pay_rent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rent-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Months that were charged, in the order in which they were. */
        get: operations["list_rent_runs"];
        put?: never;
        /**
         * Charge a month's rent, dated its last day: each grid's once, however often it is asked for. Gifts pay what they sponsor, as far as they
         *     reach. What was charged wrongly is reversed, and the next run charges it anew.
         */
        post: operations["run_rent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rent-runs/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What charging a month would do, grid by grid, and why some bring nothing. Nothing is written. */
        get: operations["preview_rent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rent-waivers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Waive rent after it was charged. Never more than is owed. */
        post: operations["waive_rent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/repair-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose what becomes of a command in quarantine. Another person agrees or rejects. */
        post: operations["propose_repair"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reversal-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose to reverse an entry, e.g. a manual one, which two people signed. Another person agrees. */
        post: operations["propose_reversal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reversals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reverse an entry (冲销) that the office recorded: its opposite is posted, and the two show each other. Once, and only as long as nothing
         *     later stands on it.
         */
        post: operations["reverse_entry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/role-endings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a role. The person may do nothing more by it from their next request on. */
        post: operations["end_role"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/role-grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Roles, ended ones too, in the order in which they were given. */
        get: operations["list_role_grants"];
        put?: never;
        /** Give a person a role. */
        post: operations["give_role"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sale-totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What all sales that match come to, however many pages they fill. `sort`, `limit` and `after` change nothing. */
        get: operations["total_sales"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sales": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sales, newest first or as `sort` says. A till sees those of its open shift: whoever takes one away learns nothing of a grid's trade. */
        get: operations["list_sales"];
        put?: never;
        /** Goods were sold. Money is in the cooperative's unit, e.g. `"12.50"`. Repeating the key returns the first answer. */
        post: operations["sell"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sales/quote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask before the money moves: the same decision, with nothing written. */
        post: operations["quote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sales/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One sale with its lines, parts, payments and refunds. */
        get: operations["show_sale"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sales/{id}/receipt.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The receipt as a page of 80 mm, with the QR code of the customer's link. */
        get: operations["receipt_as_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sales/{id}/receipt.txt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The receipt as a slip printer's text: 32 or 48 columns, Chinese characters two columns wide. */
        get: operations["receipt_as_text"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/share-payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pay a supporter's share of sales, usually by the bank. Never more than is due; refused where they want it to become a gift. */
        post: operations["pay_share"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/share-redonations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A supporter's share of sales becomes a gift, as they want it. Never more than is due. */
        post: operations["redonate_share"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a love shareholder's shares of sales brought: one total for each month that is over, where it comes from at least five families. No
         *     figure leads to what one family sold. A love shareholder sees their own.
         */
        get: operations["show_shares"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sharing-consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Today's owner of a grid agrees that the shop shows how its sales are shared, or somebody logs that they did. Who and when is kept. */
        post: operations["show_sharing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sharing-withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Today's owner of a grid no longer agrees: the shop stops showing how its sales are shared. */
        post: operations["hide_sharing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shift-closings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A shift closes with a blind count by denomination. */
        post: operations["close_shift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shift-openings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A shift opens: the cash counted in the drawer, and what is brought from the safe or taken to it. */
        post: operations["open_shift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shifts, newest first. A till sees its own of the last 30 days. */
        get: operations["list_shifts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shifts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A shift's report: X while it is open, Z once it is closed. A till sees its own of the last 30 days. */
        get: operations["show_shift"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shifts/{id}/report.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report on paper, A4: an X says that the shift is open, a Z is to be signed. */
        get: operations["shift_on_paper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shortage-approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve that missing pieces are gone: by another person than who recorded it. */
        post: operations["approve_shortage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with a name and a password.
         * @description A wrong password and an unknown name are answered alike. After some failures each further attempt waits longer (429).
         */
        post: operations["sign_in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a sign-in, on the server and in the browser.
         * @description It is named by the refresh token, in the body or in a cookie, or by the access token.
         */
        post: operations["sign_out"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/site-doors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change where a site is and when it is open. */
        post: operations["set_door"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/site-rents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What grids cost by site, in the order in which it was set; the latest of a day counts. */
        get: operations["list_site_rents"];
        put?: never;
        /** Set what a grid costs a month at a site, from a day on. Contracts keep what they say. */
        post: operations["set_site_rent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sites, by name. */
        get: operations["list_sites"];
        put?: never;
        /** Add a site. */
        post: operations["add_site"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A site. */
        get: operations["get_site"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Issued statements, newest first: a stallholder sees their own, a guardian the wards'. */
        get: operations["list_statements"];
        put?: never;
        /** Issue a statement: once, in order, with a number without gaps. Its bytes are kept. */
        post: operations["issue_statement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statements/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An owner's month as it stands now: the same lines and sums that a statement would have. */
        get: operations["preview_statement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statements/preview.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same on paper. It says 预览，未签发 and shows what the owner is called at the till. */
        get: operations["preview_statement_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statements/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One issued statement. */
        get: operations["show_statement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statements/{id}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The lines of an issued statement: what stood in the books up to its last entry. */
        get: operations["statement_lines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statements/{id}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bytes that were issued, the same for ever. The owner's real name is on them: whoever else takes them stands in `/readings`. */
        get: operations["statement_bytes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What lies of goods that have a stock book, as they were added. An owner sees their own. */
        get: operations["list_stock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stock-counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counts, oldest first. An owner sees those of their own goods. */
        get: operations["list_counts"];
        put?: never;
        /** Record what a count found. Where the book has something else, another person decides (`POST /count-decisions`). */
        post: operations["count_good"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stock-levels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set from when on there is little of a good. */
        post: operations["set_stock_level"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/support-plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What plans were set, in the order in which they were; the last of a person counts. Everybody sees their own. */
        get: operations["list_support_plans"];
        put?: never;
        /** Set how much help an owner has with payouts, from now on. Every change is kept. No diagnosis is asked for. */
        post: operations["set_support_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supporter-wishes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What supporters wanted, in the order in which they said it; the last word counts. A love shareholder sees their own. */
        get: operations["list_wishes"];
        put?: never;
        /**
         * Log what a supporter wants done: give shares of sales back as gifts, or waive the rest of a loan. Nothing moves by it; the treasurer does
         *     as they want, and nothing else.
         */
        post: operations["log_wish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/takings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What customers paid over some days, added up for a chart or a day's report. */
        get: operations["show_takings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/task-closings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a task: somebody has looked. */
        post: operations["close_task"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tasks, the oldest first or as `sort` says. */
        get: operations["list_tasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/till": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where this till stands: the next number, the last hash, the open shift. */
        get: operations["till_state"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/till-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show a code for a till, new or to be enrolled anew. An earlier code no longer counts. */
        post: operations["show_till_code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/till-inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Commands that wait for an earlier number, till by till. */
        get: operations["list_early"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/till-revocations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Shut a till out. For 60 days its token still delivers what was not sent, all of it into quarantine. */
        post: operations["revoke_till"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/till/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Exchange a helper's PIN for an approval of one refund. Wrong PINs are answered slower and slower. */
        post: operations["approve_at_till"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/till/payout-confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Agree to one's own payout at a till, with the three pictures. Whoever chose them for somebody has a hand in the payout, and signs nothing
         *     else of it.
         */
        post: operations["confirm_payout_at_till"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/till/payouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What waits for the word of somebody at a till, who is known by three pictures that were chosen. */
        post: operations["payouts_at_till"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/till/receipts/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The sale of a receipt that a customer brings back, with what is left of each line. The code is the number printed on it (`1-0042`: this
         *     till's own, of the last 30 days) or what stands behind its QR code after the last slash (any till's).
         */
        get: operations["find_receipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/till/sellers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask whether three pictures are a person's. Five tries, then slower and slower. It says who sells and protects nothing: a refund asks
         *     for a helper's PIN.
         */
        post: operations["check_seller"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/till/shop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The shop as this till shows it: sites, grids, people at the till, and a page of goods with their prices. */
        get: operations["till_shop"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tills by name, with what of theirs needs the office. */
        get: operations["list_tills"];
        put?: never;
        /** Put up a till at a site. It can do nothing until it is enrolled with a code. */
        post: operations["add_till"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A business day at a glance; today where none is named. */
        get: operations["show_day"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/training-attendances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write down that a training took place, and who came: once, not before its day. It counts minutes, and moves no money. */
        post: operations["record_attendance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/training-cancellations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Call a planned training off. */
        post: operations["call_off_training"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/training-minutes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What somebody learnt and taught, in all. */
        get: operations["show_minutes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trainings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Trainings, the latest day first. A learner and a trainer see their own. */
        get: operations["list_trainings"];
        put?: never;
        /** Plan a training. */
        post: operations["plan_training"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trainings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A training with who learns. */
        get: operations["show_training"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trial-balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What stands on every account. */
        get: operations["trial_balance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trial-balance-lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The trial balance of a span of days by account and unit: opening, movement, closing. */
        get: operations["list_balance_lines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vouchers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Vouchers by number. Not for tills: a number is as good as money. */
        get: operations["list_vouchers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vouchers/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A voucher and what is left on it. */
        get: operations["get_voucher"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits for people, and what of it for whoever asks. */
        get: operations["list_waiting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description An account (科目). */
        AccountView: {
            /**
             * @description Its code.
             * @example 11401
             */
            code: string;
            /**
             * @description What entries use it for.
             * @example member_payable
             */
            role?: string | null;
            /** @description In Chinese. */
            name: string;
            /** @description In English. */
            name_en: string;
            /**
             * @description Who may write on it beside the events of its own: `events` (nobody), `opening` (opening balances) or `manual` (manual entries too).
             * @example manual
             */
            open_to: string;
            /**
             * @description Whose balances it has: `nobody` (one for all), `person` or `till`.
             * @example nobody
             */
            holder: string;
        };
        /** @description The chart of accounts. */
        Accounts: {
            /** @description By code. */
            items: components["schemas"]["AccountView"][];
        };
        /** @description An agreed share of sales. */
        AgreedShare: {
            /**
             * Format: uuid
             * @description The instrument.
             */
            id: string;
            /** @description What it may receive in all; no limit where it is missing. */
            cap: string | null;
            /**
             * Format: date
             * @description The last day on which it receives; no end where it is missing.
             */
            ends_on: string | null;
            /** @description What it had received when the last month was over; missing where that cannot be told. */
            used: string | null;
            /** @description What it could still receive then; missing where that cannot be told, and where there is no cap. */
            left: string | null;
        };
        /** @description A helper's PIN, typed at the till. */
        ApprovalRequest: {
            /**
             * Format: uuid
             * @description The helper.
             */
            helper_id: string;
            /**
             * @description Their PIN.
             * @example 274916
             */
            pin: string;
        };
        /** @description Something that somebody asks another person to decide. */
        AskedView: {
            /** @description `agreement` (a second signature), `consent` (the owner's word), `repair` or `gap` (a till's number that never came). */
            kind: string;
            /**
             * Format: uuid
             * @description The agreement's version or the proposal.
             */
            id: string;
            /** @description A grid's code, or a till's name. */
            about: string;
            /**
             * Format: uuid
             * @description Who asks.
             */
            by: string;
            /** @description What that person is called. */
            by_name: string | null;
            /**
             * Format: date-time
             * @description Since when.
             */
            since: string;
            /**
             * Format: date
             * @description From which day on an agreement would hold.
             */
            effective_on: string | null;
            /** @description Whether whoever reads this may decide it: nobody decides what they asked for themselves. */
            mine: boolean;
        };
        /** @description An account in one unit over a span of days. What is not there is blank. */
        BalanceLine: {
            /**
             * @description The account's code.
             * @example 11401
             */
            account: string;
            /** @description Its name. */
            account_name: string;
            /** @description In English. */
            account_name_en: string;
            /** @description The unit's code. */
            unit: string;
            /** @description 期初借方: what stood there before the span. */
            opening_debit?: string | null;
            /** @description 期初贷方. */
            opening_credit?: string | null;
            /** @description 本期借方: debited within it. */
            debit?: string | null;
            /** @description 本期贷方. */
            credit?: string | null;
            /** @description 期末借方: what stands there at its end. */
            closing_debit?: string | null;
            /** @description 期末贷方. */
            closing_credit?: string | null;
        };
        /** @description What stands on an account for a person. */
        BalanceView: {
            /** @description The account's code. */
            account: string;
            /** @description Its name. */
            account_name: string;
            /**
             * Format: uuid
             * @description Whose.
             */
            person_id: string;
            /** @description What the person is called at the till. */
            nickname?: string | null;
            /** @description The unit's code. */
            unit: string;
            /**
             * @description What the cooperative owes the person; below zero: the person owes.
             * @example 62.10
             */
            owed: string;
        };
        /** @description What a second person says of an account. */
        BankAccountDecision: {
            /**
             * Format: uuid
             * @description Which.
             */
            account_id: string;
            /** @description Whether it is paid to from now on. */
            approve: boolean;
        };
        /** @description What an account says. */
        BankAccountInFull: {
            /** @description In whose name it is. */
            holder: string;
            /** @description At which bank. */
            bank: string;
            /** @description Its number. */
            number: string;
        };
        /** @description Which account to read. */
        BankAccountReading: {
            /**
             * Format: uuid
             * @description Which.
             */
            account_id: string;
        };
        /** @description A bank account, without what is sealed. */
        BankAccountView: {
            /**
             * Format: uuid
             * @description Which.
             */
            id: string;
            /**
             * Format: uuid
             * @description Whose.
             */
            person_id: string;
            /**
             * Format: uuid
             * @description Who wrote it down.
             */
            proposed_by: string;
            /**
             * Format: date-time
             * @description When.
             */
            proposed_at: string;
            /** @description `approved` or `rejected`; it waits for a second person where it is missing. Of a person's approved ones the last counts. */
            outcome?: string | null;
            /**
             * Format: uuid
             * @description Who decided.
             */
            decided_by?: string | null;
        };
        /** @description A bill that is paid. */
        BillPayment: {
            /** @description What it was for. */
            bill: string;
            /** @description How much. */
            amount: components["schemas"]["Money"];
            /** @description `safe` or `bank`; the bank where it is missing. */
            through?: string | null;
            /**
             * Format: date
             * @description When it happened; today where it is missing.
             */
            day?: string | null;
            /** @description The uploaded bill, by its name. */
            paper?: string | null;
        };
        /** @description Cash that was put into a drawer or taken out. */
        CashMovementView: components["schemas"]["TillHeading"] & {
            /** @description `pay_in` (from the safe), `pay_out` (a small expense) or `drop` (to the safe). */
            movement: string;
            /** @description How much. */
            amount: string;
            /** @description What an expense was for: `supplies`, `transport`, `repairs` or `other`; missing where the till did not say. */
            reason?: string | null;
        };
        /** @description A name or contacts that have changed. */
        ChangedParticulars: {
            /**
             * Format: uuid
             * @description Whose.
             */
            person_id: string;
            /** @description In place of the earlier ones. */
            particulars: components["schemas"]["NewParticulars"];
        };
        /** @description A shift closes: a blind count by denomination, and the till's own totals. */
        CloseShift: {
            /**
             * @description The currency; the cooperative's where it is missing.
             * @example CNY
             */
            unit?: string | null;
            /** @description Found in the drawer; an empty list is an empty drawer. */
            count: components["schemas"]["CountedPieces"][];
            /**
             * Format: int64
             * @description The last number that the till used before this command.
             */
            last_seq: number;
            /** @description The till's own net takings by means, for comparison. */
            tenders?: components["schemas"]["TenderTotal"][];
        };
        /** @description For which till a code is asked. */
        CodeRequest: {
            /**
             * Format: uuid
             * @description The till.
             */
            till_id: string;
        };
        /** @description A column of the file for the bank. */
        Column: {
            /**
             * @description What stands above it.
             * @example 收款人户名
             */
            heading: string;
            /** @description What stands in it: `holder`, `number`, `bank`, `amount`, `currency`, `payout` (its id) or `purpose` (结款). */
            field: string;
        };
        /** @description Somebody at a till agrees. */
        ConfirmationAtTill: {
            /**
             * Format: uuid
             * @description Whose face was tapped.
             */
            person_id: string;
            /** @description The pictures, in any order. */
            pictures: components["schemas"]["PictureName"][];
            /**
             * Format: uuid
             * @description To which payout.
             */
            payout_id: string;
        };
        /** @description What a difference is. */
        CountDecision: {
            /**
             * Format: uuid
             * @description Of which count.
             */
            count_id: string;
            /**
             * @description `shop` (lost in its keeping: the owner is credited their share of the price), `owner` (no money), `found` (there was more), or
             *     `counted_again` (the count was wrong: the book stays).
             */
            outcome: string;
        };
        /** @description A count. */
        CountView: {
            /**
             * Format: uuid
             * @description Which.
             */
            id: string;
            /**
             * Format: uuid
             * @description Of which good.
             */
            good_id: string;
            /** @description What the book had. */
            expected: string;
            /** @description What was there. */
            counted: string;
            /** @description Counted less expected. */
            difference: string;
            /**
             * Format: date
             * @description Its day.
             */
            day: string;
            /**
             * Format: uuid
             * @description Who counted.
             */
            counted_by: string;
            /**
             * Format: date-time
             * @description When.
             */
            counted_at: string;
            /** @description `shop`, `owner`, `found` or `counted_again`; none while it waits for another person, or where there is no difference. */
            outcome: string | null;
            /**
             * Format: uuid
             * @description Who decided.
             */
            decided_by: string | null;
            /** @description What the owner was credited. */
            amount: string | null;
        };
        /** @description So many pieces of one note or coin. */
        CountedPieces: {
            /** @description The note or coin. */
            denomination: components["schemas"]["Money"];
            /**
             * Format: int64
             * @description How many of it.
             */
            pieces: number;
        };
        /** @description A part of the day's money. */
        DayPart: {
            /** @description `owner`, `cooperative`, `supporter`, `donation`, `voucher` (sold, goods still owed) or `unallocated`. */
            whose: string;
            /** @description The account that was credited. */
            account: string;
            /**
             * Format: uuid
             * @description The person.
             */
            person_id: string | null;
            /** @description What that person is called at the till, or their number. */
            name: string | null;
            /** @description How much; below zero where more came back than was sold. */
            amount: string;
        };
        /** @description A business day at a glance. */
        DayView: {
            /**
             * Format: date
             * @description The day.
             */
            day: string;
            /**
             * Format: date
             * @description The day on the cooperative's clock.
             */
            today: string;
            /**
             * Format: date-time
             * @description When these figures were read.
             */
            as_of: string;
            /**
             * Format: date
             * @description The last day on which something was sold, up to this one.
             */
            last_day: string | null;
            /**
             * Format: int64
             * @description Sales.
             */
            sales: number;
            /** @description What customers paid for them. */
            sold: string;
            /**
             * Format: int64
             * @description Refunds.
             */
            refunds: number;
            /** @description What customers got back. */
            paid_back: string;
            /** @description Sold − paid back. */
            received: string;
            /** @description The same by means. */
            tenders: components["schemas"]["ReceivedView"][];
            /** @description Discounts and rounding-off that the shop bears. */
            given: string;
            /** @description Their account. */
            given_account: string | null;
            /** @description Received + given: what `parts` add up to. */
            shared: string;
            /** @description Whose it is, by the entries of this day's sales and refunds. */
            parts: components["schemas"]["DayPart"][];
            /** @description Every till as it stands now. */
            tills: components["schemas"]["TillToday"][];
        };
        /** @description The drawer's sum: float + cash sales + paid in − cash refunds − paid out − dropped − counted before = expected. */
        Drawer: {
            /** @description 备用金. */
            float: string;
            /** @description Cash sales less change. */
            cash_sales: string;
            /** @description Cash paid back. */
            cash_refunds: string;
            /** @description From the safe. */
            paid_in: string;
            /** @description Small expenses. */
            paid_out: string;
            /** @description To the safe. */
            dropped: string;
            /** @description Cash of repaired commands of this shift that lay in the drawer when it was opened: the float holds it already. */
            counted_before: string;
            /** @description What should be there by the books. */
            expected: string;
            /** @description Cash of quarantined commands that are not repaired yet, besides. */
            waiting: string;
        };
        /** @description What a trial came to. */
        DryRunView: {
            /**
             * Format: date
             * @description The first day.
             */
            from: string;
            /**
             * Format: date
             * @description The last day.
             */
            to: string;
            /**
             * Format: uuid
             * @description The owner that the version would be for; only what was sold for them is tried.
             */
            owner_id: string;
            /** @description How many sales. */
            sales: number;
            /** @description How many lines of them. */
            lines: number;
            /** @description How many times something came back. */
            returns: number;
            /**
             * Format: int64
             * @description How many lines of the grid wait for somebody to say whose they are: they are not in here.
             */
            waiting: number;
            /** @description What all parties together got, before and after. */
            total: string;
            /** @description Owner, cooperative, supporters. */
            parties: components["schemas"]["TriedParty"][];
            /** @description The latest line of some goods, the largest first. */
            examples: components["schemas"]["TriedLine"][];
        };
        /** @description A command that waits for an earlier number of its till. */
        EarlyView: {
            /**
             * Format: uuid
             * @description The till.
             */
            till_id: string;
            /**
             * Format: int64
             * @description Its enrolment.
             */
            epoch: number;
            /**
             * Format: int64
             * @description Its number.
             */
            seq: number;
            /**
             * Format: int64
             * @description The number that is missing.
             */
            next_seq: number;
            /**
             * Format: uuid
             * @description The sender's own id for it.
             */
            command_id: string;
            /** @description What it reports, e.g. `sale`. */
            kind: string;
            /**
             * Format: date-time
             * @description When it arrived.
             */
            received_at: string;
        };
        /** @description One day. */
        EarningDay: {
            /**
             * Format: date
             * @description Which.
             */
            day: string;
            /**
             * Format: int64
             * @description Lines.
             */
            lines: number;
            /** @description What they add to what is owed. */
            amount: string;
        };
        /** @description A line, with the way to its amount: quantity × price = gross; gross − discount = base; base × percent = exact; exact + rounded + moved = amount. */
        EarningLine: {
            /**
             * Format: int64
             * @description The entry.
             */
            entry_number: number;
            /** @description `sale`, `refund`, or what else happened. */
            kind: string;
            /** @description As sold. */
            good?: string | null;
            /** @description The grid's code. */
            grid?: string | null;
            /** @description E.g. `2 件`. */
            quantity?: string | null;
            /** @description Per piece or kilogram; missing where goods came back. */
            price?: string | null;
            /** @description Quantity × price; missing where goods came back. */
            gross?: string | null;
            /** @description 铺主让利; missing where there is none. */
            owner_discount?: string | null;
            /** @description What was split; below zero where it came back. */
            base?: string | null;
            /** @description The owner's share in percent. */
            percent?: string | null;
            /**
             * @description Base × share before rounding.
             * @example 7.5480000000
             */
            exact?: string | null;
            /**
             * @description What rounding added or left for a later sale.
             * @example -0.0080000000
             */
            rounded?: string | null;
            /** @description What a full cap (封顶) moved to the owner beside their share. */
            moved?: string | null;
            /** @description What it adds to what is owed. */
            amount: string;
        };
        /** @description What an owner has earned. */
        EarningsView: {
            /**
             * Format: uuid
             * @description Whose.
             */
            owner_id: string;
            /** @description What they are called at the till. */
            nickname?: string | null;
            /** @description Codes of their grids in the month. */
            grids: string[];
            /** @description What the cooperative owes them now (应得); below zero it is carried forward, never collected. */
            due: string;
            /**
             * @description What rounding still owes them (分厘结转), in hundredths of a yuan, over all their agreements; it comes with later sales.
             * @example 0.35
             */
            carry: string;
            /**
             * Format: date
             * @description The day of `lines`.
             */
            day: string;
            /** @description What that day changed, in the order of the books. */
            lines: components["schemas"]["EarningLine"][];
            /** @description The day's lines added up. */
            total: string;
            /**
             * @description The month of `days`.
             * @example 2026-06
             */
            month: string;
            /** @description The owner's part of the month's sales. */
            month_sales: string;
            /** @description Taken back with the month's refunds, zero or below. */
            month_refunds: string;
            /** @description Everything else of the month. */
            month_other: string;
            /** @description Days of the month that changed what is owed, newest first. */
            days: components["schemas"]["EarningDay"][];
        };
        /** @description A till that was let in. */
        Enrolled: {
            /**
             * Format: uuid
             * @description The till.
             */
            till_id: string;
            /**
             * Format: int64
             * @description This enrolment: goes into every command's envelope.
             */
            epoch: number;
            /** @description To be sent as `Authorization: Bearer …`. It is shown this once. */
            token: string;
        };
        /** @description A till asks to be let in. */
        Enrolment: {
            /**
             * @description The cooperative's code, e.g. `hexie`; may be missing where the service keeps one only.
             * @example hexie
             */
            coop?: string | null;
            /**
             * @description As the office shows it.
             * @example 7KQM-2XWD
             */
            code: string;
        };
        /** @description A journal entry (凭证). */
        EntryView: {
            /**
             * Format: int64
             * @description Gapless in the cooperative.
             */
            number: number;
            /**
             * Format: date
             * @description The business day.
             */
            day: string;
            /**
             * Format: date
             * @description The document's own day.
             */
            document_day: string;
            /**
             * @description What happened.
             * @example sale
             */
            kind: string;
            /**
             * Format: uuid
             * @description The document behind it.
             */
            document_id: string;
            /** @description Over the document's fields, in hexadecimal. */
            document_hash: string;
            /**
             * Format: uuid
             * @description The command that asked for it.
             */
            command_id: string;
            /** @description A code; empty where there is none. */
            memo: string;
            /**
             * Format: int64
             * @description The entry that it reverses.
             */
            reverses?: number | null;
            /**
             * Format: int64
             * @description The entry that reverses it.
             */
            reversed_by?: number | null;
            /** @description Hash of the entry before. */
            previous_hash: string;
            /** @description Its own hash. */
            hash: string;
            /**
             * Format: date-time
             * @description When it was posted.
             */
            posted_at: string;
            /** @description Its legs; debits and credits are equal in each unit. */
            postings: components["schemas"]["PostingView"][];
        };
        /** @description Pieces that were missing and turned up, as they are proposed. */
        Found: {
            /**
             * Format: uuid
             * @description Of which lot.
             */
            lot_id: string;
            /**
             * Format: int64
             * @description How many.
             */
            pieces: number;
        };
        /** @description A cooperative was founded. */
        FoundedView: {
            /** @description Its short name. */
            code: string;
            /** @description Lets the first till in, for 15 minutes; shown this once. */
            till_code: string;
        };
        /** @description Whether this service waits for its first cooperative. */
        FoundingView: {
            /** @description Whether one can be founded here, by whoever has the setup code that the service printed when it started. */
            open: boolean;
        };
        /** @description A restricted gift that is spent. */
        GiftSpending: {
            /**
             * Format: uuid
             * @description Which gift.
             */
            instrument_id: string;
            /** @description On what: the purpose that it was given for. */
            purpose: string;
            /** @description How much. */
            amount: components["schemas"]["Money"];
            /** @description `safe` or `bank`; the bank where it is missing. */
            through?: string | null;
            /**
             * Format: date
             * @description When it happened; today where it is missing.
             */
            day?: string | null;
        };
        /** @description An approval of one refund. */
        GivenApproval: {
            /**
             * Format: uuid
             * @description Goes into the refund's envelope as `approval`; works once.
             */
            approval: string;
            /**
             * Format: date-time
             * @description Until when.
             */
            expires_at: string;
        };
        /** @description A good with its prices. */
        GoodInFull: components["schemas"]["GoodView"] & {
            /** @description The last first, at most 100. */
            prices: components["schemas"]["PriceView"][];
        };
        /** @description A good. */
        GoodView: {
            /**
             * Format: uuid
             * @description The good.
             */
            id: string;
            /**
             * Format: uuid
             * @description The grid that it is sold from.
             */
            grid_id: string;
            /** @description Its code. */
            grid: string;
            /**
             * Format: uuid
             * @description The lot that its pieces are of; the grid's owner's own where there is none.
             */
            lot_id: string | null;
            /** @description Its name. */
            name: string;
            /** @description `piece` or `kg`. */
            measure: string;
            /** @description As printed on the label. */
            barcode?: string | null;
            /** @description Per piece or kilogram, today. */
            price?: string | null;
            /**
             * @description Where its picture is.
             * @example /art/goods/corn-cake.svg
             */
            picture: string | null;
        };
        /** @description Goods that come or go. */
        GoodsMove: {
            /**
             * Format: uuid
             * @description Which.
             */
            good_id: string;
            /**
             * @description Pieces, or kilograms with at most three decimals.
             * @example 12
             */
            quantity: string;
            /**
             * Format: date
             * @description When; today where it is missing.
             */
            day?: string | null;
        };
        /** @description A contract that ends. */
        GridContractEnding: {
            /**
             * Format: uuid
             * @description Which.
             */
            contract_id: string;
            /**
             * Format: date
             * @description The last day: no earlier than what is charged, no later than it ends already.
             */
            ends_on: string;
        };
        /** @description A contract about a grid. */
        GridContractView: {
            /**
             * Format: uuid
             * @description Which.
             */
            id: string;
            /**
             * Format: uuid
             * @description The grid.
             */
            grid_id: string;
            /**
             * Format: uuid
             * @description Who holds it.
             */
            owner_id: string;
            /**
             * Format: date
             * @description The first day.
             */
            begins_on: string;
            /**
             * Format: date
             * @description The last day, if it has one.
             */
            ends_on?: string | null;
            /** @description A month's rent. */
            rent: string;
            /** @description Whether a month that is not whole is paid by its days. */
            by_days: boolean;
            /** @description `charged`, `waived` or `sponsored`. */
            met: string;
            /**
             * Format: uuid
             * @description The gift that pays.
             */
            instrument_id?: string | null;
            /**
             * Format: uuid
             * @description Who added it.
             */
            added_by?: string | null;
            /**
             * Format: date-time
             * @description When.
             */
            added_at: string;
        };
        /** @description A grid with its owners. */
        GridInFull: {
            /**
             * Format: uuid
             * @description The grid.
             */
            id: string;
            /**
             * Format: uuid
             * @description Where it stands.
             */
            site_id: string;
            /** @description What is written on it. */
            code: string;
            /** @description When it was added, RFC 3339. */
            created_at: string;
            /**
             * Format: int64
             * @description Its place at the site, from 1.
             */
            number: number;
            /**
             * Format: int64
             * @description Which of nine colours tells it apart, from 1.
             */
            colour: number;
            /** @description Whose it was, is and will be, the first first. */
            owners: components["schemas"]["GridOwnerView"][];
            /** @description In today's owner's words. */
            story: string | null;
            /** @description Whether the shop shows the grid. */
            published: boolean;
            /** @description Whether the shop shows how its sales are shared: today's owner agrees to it. */
            shows_sharing: boolean;
        };
        /** @description From a day on, a grid is somebody's. */
        GridOwnerView: {
            /**
             * Format: date
             * @description The first day.
             */
            from_day: string;
            /**
             * Format: uuid
             * @description Whose.
             */
            owner_id: string;
        };
        /** @description What a month is for a grid. */
        GridRentView: {
            /**
             * Format: uuid
             * @description The grid.
             */
            grid_id: string;
            /** @description What is written on it. */
            code: string;
            /**
             * Format: uuid
             * @description Where it stands.
             */
            site_id: string;
            /**
             * Format: uuid
             * @description Its contract; none where it has none.
             */
            contract_id?: string | null;
            /**
             * Format: uuid
             * @description Who holds it: by the contract, or by the list of owners.
             */
            owner_id?: string | null;
            /**
             * Format: int64
             * @description The days held.
             */
            days: number;
            /** @description A whole month's rent. */
            rent?: string | null;
            /** @description What is charged. */
            charge: string;
            /** @description How it is met: `charged`, `waived` or `sponsored`. */
            met?: string | null;
            /**
             * Format: uuid
             * @description The gift that pays it.
             */
            instrument_id?: string | null;
            /** @description What that gift pays; the owner owes the rest. */
            sponsored: string;
            /** @description Why nothing is charged: `not_held`, `waived`, `charged_before`, `paid_by_the_contract_before`, `too_few_days`, `free` or `no_contract`. */
            why?: string | null;
            /**
             * Format: uuid
             * @description The charge of the month that stands already.
             */
            charge_id?: string | null;
        };
        /** @description A grid. */
        GridView: {
            /**
             * Format: uuid
             * @description The grid.
             */
            id: string;
            /**
             * Format: uuid
             * @description Where it stands.
             */
            site_id: string;
            /** @description What is written on it. */
            code: string;
            /**
             * Format: int64
             * @description Its place at the site, from 1.
             */
            number: number;
            /**
             * Format: int64
             * @description Which of nine colours tells it apart, from 1.
             */
            colour: number;
            /** @description The site's name. */
            site: string;
            /**
             * Format: uuid
             * @description Whose it is today.
             */
            owner_id?: string | null;
            /** @description What they are called. */
            owner: string | null;
        };
        /** @description Somebody who waits no longer. */
        GridWishEnding: {
            /**
             * Format: uuid
             * @description Which.
             */
            wish_id: string;
            /** @description `given` or `withdrawn`. */
            outcome: string;
        };
        /** @description Somebody who waits for a grid. */
        GridWishView: {
            /**
             * Format: uuid
             * @description Which.
             */
            id: string;
            /**
             * Format: uuid
             * @description Who.
             */
            person_id: string;
            /**
             * Format: uuid
             * @description Where.
             */
            site_id: string;
            /** @description What they would like. */
            wish: string;
            /**
             * Format: date
             * @description Since when.
             */
            since: string;
            /**
             * Format: uuid
             * @description Who wrote it down.
             */
            added_by?: string | null;
        };
        /** @description The head of the books (账头): the last entry, whose hash binds all before it. */
        HeadView: {
            /**
             * Format: int64
             * @description The last entry's number; 0 before the first.
             */
            number: number;
            /** @description Its hash: what `verify --head` compares. */
            hash: string;
        };
        /** @description An instalment of a loan. */
        InstalmentText: {
            /**
             * Format: date
             * @description When it is due.
             * @example 2027-01-31
             */
            due_on: string;
            /** @description How much. */
            amount: components["schemas"]["Money"];
        };
        /** @description An instalment, and what of it is paid back. */
        InstalmentView: {
            /**
             * Format: date
             * @description When it is due.
             */
            due_on: string;
            /** @description How much. */
            amount: string;
            /** @description How much of it is still to be paid: what is paid back counts for the earliest first. */
            open: string;
        };
        /** @description Which agreement ends. */
        InstrumentEnding: {
            /**
             * Format: uuid
             * @description Which.
             */
            instrument_id: string;
        };
        /** @description An agreement with what belongs to it. */
        InstrumentPage: components["schemas"]["InstrumentView"] & {
            /** @description When a loan is paid back. */
            schedule: components["schemas"]["InstalmentView"][];
            /** @description Its papers, by their names, for whoever may read them. */
            papers: string[];
            /** @description The supporter's last word on it: `waive` or `pay_back` of a loan, `redonate` or `pay_out` of a share of sales. */
            wish: string | null;
        };
        /** @description What was agreed with a supporter. Of a share of sales they see one total per period: what each family sold is nobody's to see. */
        InstrumentView: {
            /**
             * Format: uuid
             * @description The instrument.
             */
            id: string;
            /**
             * Format: uuid
             * @description The love shareholder or fund.
             */
            supporter_id: string;
            /**
             * @description Of what kind.
             * @example share_of_sales
             */
            kind: string;
            /**
             * @description `agreed` (not begun), `in_force`, `ended` or, where a loan is paid back or waived and capital withdrawn, `settled`.
             * @example in_force
             */
            state: string;
            /** @description What a restricted gift is for. */
            purpose?: string | null;
            /** @description What may come in, in all. */
            cap?: string | null;
            /**
             * Format: date
             * @description The first day.
             */
            begins_on: string;
            /**
             * Format: date
             * @description The last day on which it receives.
             */
            ends_on?: string | null;
            /**
             * @description What came in, less what was refunded or undone. A share of sales does not show it to its supporter: the running total before and
             *     after a sale would tell that sale.
             */
            received?: string | null;
            /** @description What was spent, paid back, withdrawn or waived of it. */
            used: string;
            /** @description What may still come in; not shown to the supporter of a share of sales, for the same reason. */
            left?: string | null;
            /** @description What is left of what came in: unspent, not paid back. */
            held?: string | null;
            /**
             * Format: date-time
             * @description When it was agreed.
             */
            created_at: string;
        };
        /** @description A till fact that is kept, but not in the books. */
        KeptFact: {
            /** @description `early` (an earlier number is missing) or `quarantined` (two people in the office repair it). */
            state: string;
            /**
             * Format: int64
             * @description For `early`: the number that is missing.
             */
            next_seq?: number | null;
            /** @description For `quarantined`: a name for programs. */
            reason?: string | null;
            /** @description For `quarantined`: why, in Chinese. */
            detail?: string | null;
            /** @description The same in English. */
            detail_en?: string | null;
            /** @description For `quarantined`: `posted` or `dismissed` once it is repaired. */
            outcome?: string | null;
        };
        /** @description A picture that was taken in. */
        KeptImage: {
            /** @description Its name, for `POST /good-pictures` and `POST /goods`: the same bytes always have the same. */
            image: string;
            /**
             * @description Where it is.
             * @example /media/hexie/9f86d081….jpg
             */
            picture: string;
            /** @description The same, small. */
            tile: string;
        };
        /** @description A paper that was taken in. */
        KeptPaper: {
            /** @description Its name: the same bytes always have the same. */
            paper: string;
        };
        /** @description Somebody who wanted to come, or came. */
        LearnerView: {
            /**
             * Format: uuid
             * @description Who.
             */
            person_id: string;
            /** @description What they are called. */
            nickname: string | null;
            /** @description Whether they wanted to come. */
            enrolled: boolean;
            /** @description Whether they came. */
            came: boolean;
        };
        /** @description A list. */
        List: {
            /**
             * @description CSV with a heading, at most 2,000 lines; docs/IMPORT.md describes the columns.
             * @example grid,name,measure,barcode,price
             *     A01,玉米,piece,,3.50
             */
            csv: string;
        };
        /** @description What a line would come to. */
        ListLine: {
            /**
             * Format: int64
             * @description Its number in the file, from 1; the heading is line 1.
             */
            line: number;
            /** @description What it is about: a grid and a good, or a person's code and nickname. */
            about: string[];
            /** @description `new`, `changed`, `unchanged`, `refused`, or `not_looked_at` after a hundred refused ones. */
            outcome: string;
            /** @description Where a price changes: what it is. */
            before?: string | null;
            /** @description And what it will be. */
            after?: string | null;
            /** @description Where it is refused: the column. */
            column?: string | null;
            /** @description Why, and what to do, in Chinese. */
            reason?: string | null;
            /** @description The same in English. */
            reason_en?: string | null;
        };
        /** @description What a list would come to. */
        ListPreview: {
            /** @description Lines that add something. */
            new: number;
            /** @description Lines that change something. */
            changed: number;
            /** @description Lines that are there already. */
            unchanged: number;
            /** @description Lines that cannot be: with any of these nothing comes in. */
            refused: number;
            /** @description Every line, by its number. */
            lines: components["schemas"]["ListLine"][];
        };
        /** @description A loan whose rest is waived. */
        LoanWaiver: {
            /**
             * Format: uuid
             * @description Which loan.
             */
            instrument_id: string;
            /**
             * Format: date
             * @description When; today where it is missing.
             */
            day?: string | null;
        };
        /** @description A person can sign in. */
        LoginSet: {
            /**
             * Format: uuid
             * @description Who.
             */
            person_id: string;
        };
        /** @description Who set a person's password. */
        LoginTrace: {
            /**
             * Format: uuid
             * @description Who set it last for them; null where the command line did.
             */
            set_by?: string | null;
            /** @description When, RFC 3339. */
            set_at: string;
            /** @description Since when it is one that they chose themselves, RFC 3339; null until then. */
            own_since?: string | null;
        };
        /** @description A lot with where its pieces went. */
        LotInFull: components["schemas"]["LotView"] & {
            /** @description What was sold of it in all. */
            sales: components["schemas"]["LotSales"];
            /** @description The same by grid, for the office; for its supporter once at least 5 families sold of it. */
            by_grid: components["schemas"]["LotSales"][];
        };
        /** @description Something that happened to pieces of a lot. */
        LotMovement: {
            /**
             * Format: date
             * @description Its day.
             */
            day: string;
            /**
             * @description `sold`, `returned`, `lot_given`, `lot_missing`, `lot_written_off` or `lot_found`.
             * @example sold
             */
            kind: string;
            /**
             * Format: uuid
             * @description The sale, refund or event.
             */
            document_id: string;
            /**
             * Format: int64
             * @description Its journal entry.
             */
            entry_number: number;
            /**
             * Format: int64
             * @description Pieces that left the shelf; below zero where they came back.
             */
            pieces: number;
            /** @description Where they were sold. */
            grid: string | null;
            /** @description What was paid for them, or given back. */
            amount: string;
            /** @description Of it, what families and others got or gave back. */
            shared: string;
            /**
             * Format: uuid
             * @description Who got them.
             */
            person_id: string | null;
        };
        /** @description What was sold of a lot, in all or at a grid. */
        LotSales: {
            /** @description The grid's code; missing in the total, and where the till named none. */
            grid: string | null;
            /**
             * Format: int64
             * @description Pieces, less what went back on the shelf.
             */
            pieces: number;
            /** @description What they brought, less what was given back. */
            brought: string;
            /** @description Of it, what families and others got. */
            shared: string;
            /** @description Of it, what the supporter got back as cost. */
            cost: string;
            /** @description Of it, what stayed with the cooperative. */
            kept: string;
        };
        /** @description A lot. */
        LotView: {
            /**
             * Format: uuid
             * @description Which.
             */
            id: string;
            /**
             * @description `donated`, `at_cost` or `own`.
             * @example donated
             */
            nature: string;
            /** @description What it is. */
            name: string;
            /**
             * Format: date
             * @description When it came in.
             */
            day: string;
            /**
             * Format: uuid
             * @description Who gave it or left it.
             */
            supporter_id?: string | null;
            /**
             * Format: uuid
             * @description The agreement that it came in under.
             */
            instrument_id?: string | null;
            /** @description Whether it is for that agreement's purpose only. */
            is_restricted: boolean;
            /** @description What a piece is worth or cost. */
            value: string;
            /** @description `invoice`, `appraisal` or `price`. */
            basis: string;
            /** @description The invoice, by its name. */
            paper?: string | null;
            /** @description The two who took it for its value. */
            appraisers: string[];
            /**
             * Format: int64
             * @description Pieces that came in: always what is in stock, sold, given and lost together.
             */
            received: number;
            /**
             * Format: int64
             * @description Pieces on the shelf by the books; below zero where a till sold what the books did not have.
             */
            stock: number;
            /**
             * Format: int64
             * @description Pieces sold, less what came back.
             */
            sold: number;
            /**
             * Format: int64
             * @description Pieces given to families.
             */
            given: number;
            /**
             * Format: int64
             * @description Pieces gone.
             */
            lost: number;
            /**
             * Format: date-time
             * @description When it was written down.
             */
            made_at: string;
        };
        /** @description A request that was done. */
        Made: {
            /**
             * Format: uuid
             * @description What it made or changed. A new thing has the id of its `Idempotency-Key`.
             */
            id: string;
            /** @description What was asked. */
            kind: string;
            /**
             * Format: int64
             * @description The journal entry, if money moved.
             */
            entry_number?: number | null;
            /**
             * Format: date
             * @description The entry's day.
             */
            day?: string | null;
        };
        /** @description A signed-in person, or a till. */
        Me: {
            /** @description `person` or `till`. */
            kind: string;
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description A person's login. */
            login?: string | null;
            /** @description A person's roles, e.g. `treasurer`. */
            roles: string[];
            /** @description For whom a guardian acts. */
            wards: string[];
            /** @description What the sender may do, as in docs/ROLES.md. */
            permissions: components["schemas"]["Permitted"][];
            /** @description The cooperative. */
            coop: components["schemas"]["MyCoop"];
        };
        /** @description Net takings of one means. */
        MeansTotal: {
            /** @description `cash`, `wechat`, `alipay` or `voucher`. */
            means: string;
            /** @description Sales less change and refunds. */
            amount: string;
        };
        /** @description What somebody learnt and taught, in all. */
        MinutesView: {
            /**
             * Format: uuid
             * @description Who.
             */
            person_id: string;
            /**
             * Format: int64
             * @description Trainings that they came to.
             */
            attended: number;
            /**
             * Format: int64
             * @description Minutes of these.
             */
            learnt: number;
            /**
             * Format: int64
             * @description Trainings that they gave.
             */
            given: number;
            /**
             * Format: int64
             * @description Minutes of these.
             */
            taught: number;
        };
        /**
         * @description Money as a decimal string with exactly the unit's digits and no sign, e.g. `"12.50"`.
         * @example 12.50
         */
        Money: string;
        /** @description A line of an owner's month. */
        MonthLine: {
            /**
             * Format: date
             * @description The entry's day.
             */
            day: string;
            /** @description 补记: dated before the month, it came after the statement that would have listed it. */
            late: boolean;
            /**
             * Format: int64
             * @description The entry.
             */
            entry_number: number;
            /** @description What happened. */
            kind: string;
            /** @description As sold. */
            good?: string | null;
            /** @description The grid's code. */
            grid?: string | null;
            /** @description E.g. `2 件`. */
            quantity?: string | null;
            /** @description What was split; below zero where it came back. */
            base?: string | null;
            /** @description The owner's share in percent. */
            percent?: string | null;
            /**
             * @description Base × share before rounding.
             * @example 19.9750000000
             */
            exact?: string | null;
            /** @description What a full cap (封顶) moved to the owner beside their share; below zero where it went back. The rest of `amount` was rounded. */
            moved?: string | null;
            /** @description What it adds to what is owed. */
            amount: string;
            /** @description What is owed after it. */
            balance: string;
        };
        /** @description A month of an owner as it stands now. */
        MonthView: {
            /**
             * Format: uuid
             * @description Whose.
             */
            owner_id: string;
            /** @description What they are called at the till. */
            nickname?: string | null;
            /**
             * @description Which.
             * @example 2026-06
             */
            month: string;
            /** @description Codes of the owner's grids. */
            grids: string[];
            /** @description What was owed before (期初). */
            opening: string;
            /** @description The owner's part of sales. */
            sales: string;
            /** @description Taken back with refunds, zero or below. */
            refunds: string;
            /** @description Everything else. */
            other: string;
            /** @description What is owed after (期末). */
            closing: string;
            /** @description By day, then number. */
            lines: components["schemas"]["MonthLine"][];
            /**
             * Format: int64
             * @description The last entry that it knows.
             */
            head_number: number;
            /** @description Its hash. */
            head_hash: string;
        };
        /** @description A month's rent. */
        MonthsRentView: {
            /** @description `2026-07`. */
            month: string;
            /**
             * Format: date
             * @description The entries' day.
             */
            day: string;
            /**
             * Format: int64
             * @description How many days it has.
             */
            days: number;
            /** @description What would be charged. */
            charged: string;
            /** @description What gifts would pay of it. */
            sponsored: string;
            /** @description The grids by code; one under two contracts stands twice. */
            grids: components["schemas"]["GridRentView"][];
        };
        /** @description Cash moves without a sale. */
        MoveCash: {
            /**
             * @description The currency; the cooperative's where it is missing.
             * @example CNY
             */
            unit?: string | null;
            /**
             * @description `pay_in` (from the safe), `pay_out` (a small expense) or `drop` (to the safe).
             * @example pay_in
             */
            movement: string;
            /** @description How much, above zero. */
            amount: components["schemas"]["Money"];
            /**
             * @description What an expense was for; only with `pay_out`. Tills of the first format did not say.
             * @example supplies
             */
            reason?: string | null;
        };
        /** @description The sender's cooperative. */
        MyCoop: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description Its code, e.g. `hexie`. */
            code: string;
            /** @description Its name. */
            name: string;
            /** @description E.g. `Asia/Shanghai`. */
            time_zone: string;
            /** @description The unit of its books, e.g. `CNY`. */
            unit: string;
            /**
             * Format: int32
             * @description How many decimals an amount has.
             */
            decimals: number;
            /** @description Whether it is made up. */
            is_demo: boolean;
        };
        /** @description A version to be proposed. */
        NewAgreementVersion: {
            /**
             * Format: uuid
             * @description Whose goods it splits.
             */
            grid_id: string;
            /**
             * Format: uuid
             * @description Only the pieces of this lot that are sold at the grid, whose owner handles them; the grid's own agreement where it is missing.
             */
            lot_id?: string | null;
            /**
             * Format: date
             * @description Its first day: any for an owner's first version, tomorrow at the earliest for a later one.
             * @example 2026-07-01
             */
            effective_on: string;
            /** @description In the order of the agreement; they sum to exactly 100, and one of them is the owner's. */
            shares: components["schemas"]["ShareText"][];
        };
        /** @description Whose an open item is: a grid's, or a line's of a sale, one of the two. */
        NewAllocation: {
            /**
             * Format: uuid
             * @description The sale or refund that left it open.
             */
            document_id: string;
            /** @description Its line, from 1; 0 for the whole. */
            line: number;
            /**
             * Format: uuid
             * @description For a sale: the grid whose goods these were.
             */
            grid_id?: string | null;
            /**
             * Format: uuid
             * @description For money paid back: the sale, and its line.
             */
            sale_id?: string | null;
            /** @description From 1; together with `sale_id`. */
            sale_line?: number | null;
        };
        /** @description A version to be approved. */
        NewApproval: {
            /**
             * Format: uuid
             * @description Which; somebody else proposed it.
             */
            version_id: string;
        };
        /** @description Who came. */
        NewAttendance: {
            /**
             * Format: uuid
             * @description To which training.
             */
            training_id: string;
            /**
             * Format: int64
             * @description How long it took; as planned where it is missing.
             */
            minutes?: number | null;
            /** @description Who came, whether they had said so before or not. */
            learner_ids: string[];
        };
        /** @description Where somebody is paid to. */
        NewBankAccount: {
            /**
             * Format: uuid
             * @description Whose.
             */
            person_id: string;
            /** @description In whose name it is. */
            holder: string;
            /** @description At which bank. */
            bank: string;
            /** @description Its number: 8 to 32 digits. */
            number: string;
        };
        /** @description A consent. */
        NewConsent: {
            /**
             * Format: uuid
             * @description To which version.
             */
            version_id: string;
            /** @description Where an organiser logs it for the owner: `paper` or `spoken`. Owners and their guardians leave it out. */
            manner?: string | null;
        };
        /** @description A good that somebody counted. */
        NewCount: {
            /**
             * Format: uuid
             * @description Which.
             */
            good_id: string;
            /**
             * @description What was there; `"0"` where there was none.
             * @example 11
             */
            counted: string;
        };
        /** @description A discount: an amount or a percentage, one of the two. */
        NewDiscount: {
            /** @description So much. */
            amount: components["schemas"]["Money"];
        } | {
            /** @description Percent of what it is taken from. */
            percent: components["schemas"]["PercentText"];
        };
        /** @description A version to be tried. */
        NewDryRun: {
            /**
             * Format: uuid
             * @description Whose goods it would split.
             */
            grid_id: string;
            /**
             * Format: date
             * @description Its first day: whoever has the grid then is its owner.
             * @example 2026-07-01
             */
            effective_on: string;
            /** @description In the order of the agreement; they sum to exactly 100, and one of them is the owner's. */
            shares: components["schemas"]["ShareText"][];
            /**
             * Format: date
             * @description The first day of the sales it is tried on; the first of last month where it is missing.
             */
            from?: string | null;
            /**
             * Format: date
             * @description The last day; the last of last month where it is missing. At most a year in all.
             */
            to?: string | null;
        };
        /** @description Somebody to be erased. */
        NewErasure: {
            /**
             * Format: uuid
             * @description Who; without any role left.
             */
            person_id: string;
        };
        /** @description A face that was chosen. */
        NewFace: {
            /**
             * Format: uuid
             * @description Whose.
             */
            person_id: string;
            /**
             * @description One of the drawn set; none where it is missing.
             * @example face-7
             */
            face?: string | null;
        };
        /** @description Somebody who will sign in. */
        NewFounder: {
            /** @description Their name; it is sealed, and each reading of it is logged. */
            name: string;
            /** @description What they sign in with. */
            login: string;
            /** @description Their password. */
            password: string;
        };
        /** @description A cooperative to be founded. */
        NewFounding: {
            /**
             * @description As the service printed it when it started on an empty database, e.g. `7KQM-2XWD`.
             * @example 7KQM-2XWD
             */
            setup_code: string;
            /**
             * @description Its name on paper.
             * @example 和谐格子铺合作社
             */
            name: string;
            /**
             * @description Its short name for sign-ins: lower-case letters, digits, hyphens.
             * @example hexie
             */
            code: string;
            /**
             * @description The IANA time zone that turns instants into business days; `Asia/Shanghai` where it is missing.
             * @example Asia/Shanghai
             */
            time_zone?: string | null;
            /** @description The first treasurer. */
            treasurer: components["schemas"]["NewFounder"];
            organiser?: components["schemas"]["NewFounder"] | null;
            /**
             * @description The first site.
             * @example 社区中心
             */
            site: string;
            /**
             * @description The first till.
             * @example 一号收银台
             */
            till: string;
        };
        /** @description Numbers of a till that will never arrive. */
        NewGap: {
            /**
             * Format: uuid
             * @description The till.
             */
            till_id: string;
            /**
             * Format: int64
             * @description Its enrolment.
             */
            epoch: number;
            /**
             * Format: int64
             * @description The last of them; the first is the one that is due.
             */
            last_seq: number;
        };
        /** @description Pieces that are given away. */
        NewGiving: {
            /**
             * Format: uuid
             * @description Of which lot.
             */
            lot_id: string;
            /**
             * Format: int64
             * @description How many.
             */
            pieces: number;
            /**
             * Format: uuid
             * @description To whom, where the cooperative keeps that.
             */
            person_id?: string | null;
            /**
             * Format: date
             * @description When; today where it is missing.
             */
            day?: string | null;
        };
        /** @description A good to be added. */
        NewGood: {
            /**
             * Format: uuid
             * @description The grid that it is sold from.
             */
            grid_id: string;
            /**
             * Format: uuid
             * @description The lot that its pieces are of; the grid's owner's own where it is missing.
             */
            lot_id?: string | null;
            /**
             * @description No other good of the grid has it.
             * @example 玉米
             */
            name: string;
            /**
             * @description `piece` or `kg`.
             * @example piece
             */
            measure: string;
            /** @description As printed on the label; missing for goods without one. */
            barcode?: string | null;
            price?: components["schemas"]["Money"] | null;
            /**
             * @description Its picture: a drawing's name.
             * @example corn-cake
             */
            drawing?: string | null;
            /** @description Or an uploaded picture, as `POST /images` named it. */
            image?: string | null;
        };
        /** @description A good's picture. */
        NewGoodPicture: {
            /**
             * Format: uuid
             * @description Of which good.
             */
            good_id: string;
            /**
             * @description A drawing's name.
             * @example corn-cake
             */
            drawing?: string | null;
            /** @description Or an uploaded picture, as `POST /images` named it. Without either the good has no picture. */
            image?: string | null;
        };
        /** @description A grid to be added. */
        NewGrid: {
            /**
             * Format: uuid
             * @description Where it stands.
             */
            site_id: string;
            /**
             * @description What is written on it; no other grid of the cooperative has it.
             * @example A01
             */
            code: string;
        };
        /** @description A grid to be let. */
        NewGridContract: {
            /**
             * Format: uuid
             * @description Which.
             */
            grid_id: string;
            /**
             * Format: uuid
             * @description To whom: its owner on the first day.
             */
            owner_id: string;
            /**
             * Format: date
             * @description The first day.
             */
            begins_on: string;
            /**
             * Format: date
             * @description The last day, if it has one.
             */
            ends_on?: string | null;
            rent?: components["schemas"]["Money"] | null;
            /** @description Whether a month that is not whole is paid by its days; a whole month's rent is due for it otherwise. */
            by_days?: boolean;
            /** @description `charged`, `waived` (nobody pays) or `sponsored` (a supporter's gift for rent pays); charged where it is missing. */
            met?: string | null;
            /**
             * Format: uuid
             * @description The gift that pays, where it is sponsored.
             */
            instrument_id?: string | null;
        };
        /** @description A grid that goes to an owner. */
        NewGridOwner: {
            /**
             * Format: uuid
             * @description Which.
             */
            grid_id: string;
            /**
             * Format: uuid
             * @description Whose from then on.
             */
            owner_id: string;
            /**
             * Format: date
             * @description The first day: any for a grid's first owner, tomorrow at the earliest for a later one.
             * @example 2026-07-01
             */
            from_day: string;
        };
        /** @description What the shop shows of a grid. */
        NewGridPage: {
            /**
             * Format: uuid
             * @description Which.
             */
            grid_id: string;
            /** @description In the owner's words; none where it is missing. */
            story?: string | null;
            /** @description Whether the shop shows the grid: its story, its owner's nickname and face, its goods. */
            published: boolean;
        };
        /** @description Somebody who would like a grid. */
        NewGridWish: {
            /**
             * Format: uuid
             * @description Who.
             */
            person_id: string;
            /**
             * Format: uuid
             * @description Where.
             */
            site_id: string;
            /**
             * @description What they would like.
             * @example 靠门口，放得下一个冰柜
             */
            wish: string;
            /**
             * Format: date
             * @description Since when; today where it is missing.
             */
            since?: string | null;
        };
        /** @description Something to be agreed. */
        NewInstrument: {
            /**
             * Format: uuid
             * @description The love shareholder or fund.
             */
            supporter_id: string;
            /**
             * @description `gift`, `restricted_gift`, `loan` (without interest), `share_capital`, `goods_gift`, `goods_at_cost`, `share_of_sales` or `training`;
             *     a share of sales where it is missing.
             */
            kind?: string | null;
            cap?: components["schemas"]["Money"] | null;
            /** @description What a restricted gift is for: `training`, `rent`, `equipment`, `goods`, `health`, `relief` or `events`. */
            purpose?: string | null;
            /**
             * Format: date
             * @description The first day; today where it is missing.
             * @example 2026-07-01
             */
            begins_on?: string | null;
            /**
             * Format: date
             * @description The last day on which it receives; no end where it is missing.
             * @example 2027-12-31
             */
            ends_on?: string | null;
            /** @description When a loan is paid back: it comes to what is lent. Where it is missing, when its lender asks. */
            schedule?: components["schemas"]["InstalmentText"][] | null;
        };
        /** @description A paper to be put with an agreement. */
        NewInstrumentPaper: {
            /**
             * Format: uuid
             * @description Which agreement.
             */
            instrument_id: string;
            /** @description The uploaded paper, by its name. */
            paper: string;
        };
        /** @description A given lot whose value rests on an invoice. */
        NewInvoicedLot: {
            /**
             * Format: uuid
             * @description Who gives it.
             */
            supporter_id: string;
            /**
             * Format: uuid
             * @description The agreement that it comes in under: a gift of goods, or a restricted gift, which binds it to its purpose. None where it is missing.
             */
            instrument_id?: string | null;
            /**
             * @description What it is. No names of people.
             * @example 马克杯
             */
            name: string;
            /**
             * Format: int64
             * @description How many pieces.
             */
            pieces: number;
            /** @description What a piece is worth. */
            value: components["schemas"]["Money"];
            /**
             * Format: date
             * @description When it came in; today where it is missing.
             */
            day?: string | null;
            /** @description The uploaded invoice, by its name. */
            paper: string;
        };
        /** @description A line, with name and price as sold. Either goods, or a voucher. */
        NewLine: {
            /**
             * Format: uuid
             * @description The grid whose goods these are; missing for a voucher, and for goods without a label whose owner nobody knows: their money
             *     waits to be allocated (21108), with a task.
             */
            grid_id?: string | null;
            /**
             * Format: uuid
             * @description The good, with its `grid_id` only; missing for goods without a label.
             */
            good_id?: string | null;
            /** @description The number of a voucher that is sold for `price`. */
            voucher?: string | null;
            /**
             * @description As shown to the customer.
             * @example 玉米
             */
            name: string;
            /**
             * @description `piece` or `kg`.
             * @example piece
             */
            measure: string;
            /**
             * @description Pieces, or kilograms with at most three decimals, e.g. `"2"` or `"1.250"`.
             * @example 2
             */
            quantity: string;
            /** @description Per piece or kilogram. */
            price: components["schemas"]["Money"];
            owner_discount?: components["schemas"]["NewDiscount"] | null;
            shop_discount?: components["schemas"]["NewDiscount"] | null;
        };
        /** @description A first password, or a new one for a person who forgot theirs. */
        NewLogin: {
            /**
             * Format: uuid
             * @description Whose.
             */
            person_id: string;
            /** @description What they type to sign in: 1 to 64 characters, no spaces; capital and small letters are alike. */
            name: string;
            /** @description 8 to 200 characters. */
            password: string;
        };
        /** @description What a supporter brings, as one person writes it down. */
        NewLot: {
            /**
             * Format: uuid
             * @description Who gives it.
             */
            supporter_id: string;
            /**
             * Format: uuid
             * @description The agreement that it comes in under: a gift of goods, or a restricted gift, which binds it to its purpose. None where it is missing.
             */
            instrument_id?: string | null;
            /**
             * @description What it is. No names of people.
             * @example 马克杯
             */
            name: string;
            /**
             * Format: int64
             * @description How many pieces.
             */
            pieces: number;
            /** @description What a piece is worth. */
            value: components["schemas"]["Money"];
            /**
             * Format: date
             * @description When it came in; today where it is missing.
             */
            day?: string | null;
        };
        /** @description A manual entry. */
        NewManualEntry: {
            /**
             * Format: date
             * @description The entry's day; today where it is missing.
             */
            day?: string | null;
            /** @description On accounts that are open to manual entries (`open_to` is `manual`): debits and credits are the same. At most 500. */
            lines: components["schemas"]["WrittenLine"][];
            /** @description What it is about, for who agrees. No names: they belong to the paper. */
            note: string;
            /** @description The uploaded paper behind it, by its name. */
            paper: string;
        };
        /** @description Somebody who joins. */
        NewMembership: {
            /**
             * Format: uuid
             * @description Who.
             */
            person_id: string;
        };
        /** @description A nickname that has changed. */
        NewNickname: {
            /**
             * Format: uuid
             * @description Whose.
             */
            person_id: string;
            /**
             * @description What tiles and papers show from now on; none where it is missing.
             * @example 小白杨
             */
            nickname?: string | null;
        };
        /** @description The opening balances. */
        NewOpening: {
            /**
             * Format: date
             * @description The day on which they were counted; today where it is missing.
             */
            day?: string | null;
            /** @description As counted: debits and credits are the same. At most 500. */
            lines: components["schemas"]["WrittenLine"][];
        };
        /** @description A name and contacts. They are sealed when they arrive. Write nothing about health. */
        NewParticulars: {
            /** @description The real name. */
            name: string;
            /** @description A telephone number. */
            phone?: string | null;
            /** @description Where to find them. */
            address?: string | null;
            /** @description Anything else that helps to reach them. */
            note?: string | null;
        };
        /** @description One's own new password. */
        NewPassword: {
            /** @description The one until now. */
            current: string;
            /** @description 8 to 200 characters. */
            new: string;
        };
        /** @description Payouts to be drafted. */
        NewPayoutRun: {
            /** @description To these owners only; to everybody to whom something is due where it is missing. */
            owner_ids?: string[] | null;
            /** @description Pay in cash, also those who have a bank account. */
            in_cash?: boolean;
        };
        /** @description What is agreed about payouts. */
        NewPayoutTerms: {
            /** @description How much of what is due may go to rent that is owed, in percent. */
            limit: components["schemas"]["PercentText"];
            /** @description Less than this is not paid, and waits. */
            minimum: components["schemas"]["Money"];
            /** @description The columns of the file for the bank, in order; those of before where they are missing. */
            columns?: components["schemas"]["Column"][] | null;
        };
        /** @description A person, an organisation or a fund to be added. */
        NewPerson: {
            /**
             * @description A number on a list; nobody else in the cooperative has it.
             * @example P07
             */
            code?: string | null;
            /** @description `person`, `organisation` or `fund`; `person` where it is missing. */
            kind?: string | null;
            /**
             * @description What tiles and papers show.
             * @example 小白杨
             */
            nickname?: string | null;
            /**
             * @description A drawn face, `face-1` to `face-24`.
             * @example face-7
             */
            face?: string | null;
            /** @description `independent`, `helper_confirms` or `guardian_co_signs`; `independent` where it is missing. */
            support_plan?: string | null;
            /**
             * Format: date
             * @description Somebody who is a member already: since when. Who joins later does so by `/memberships`.
             */
            joined_on?: string | null;
            /** @description The name and contacts; they are sealed. */
            particulars: components["schemas"]["NewParticulars"];
        };
        /** @description A person's pictures. */
        NewPicturePin: {
            /**
             * Format: uuid
             * @description Whose; the sender's own where it is missing.
             */
            person_id?: string | null;
            /**
             * @description Three different ones, in any order. None takes the pictures away: then the face alone is enough.
             * @example [
             *       "fish",
             *       "moon",
             *       "cat"
             *     ]
             */
            pictures: components["schemas"]["PictureName"][];
        };
        /** @description One's own PIN. */
        NewPin: {
            /**
             * @description Six digits.
             * @example 274916
             */
            pin: string;
        };
        /** @description A price to be set. */
        NewPrice: {
            /**
             * Format: uuid
             * @description Of which good.
             */
            good_id: string;
            /** @description Per piece or kilogram, from now on. */
            price: components["schemas"]["Money"];
        };
        /** @description Goods that are bought. */
        NewPurchase: {
            /**
             * @description What they are.
             * @example 环保袋
             */
            name: string;
            /**
             * Format: int64
             * @description How many pieces.
             */
            pieces: number;
            /** @description What a piece cost. */
            cost: components["schemas"]["Money"];
            /** @description `safe` or `bank`; the bank where it is missing. */
            through?: string | null;
            /**
             * Format: date
             * @description When; today where it is missing.
             */
            day?: string | null;
            /** @description The uploaded invoice, by its name. */
            paper?: string | null;
        };
        /** @description Whose name to read, and why. */
        NewReading: {
            /**
             * Format: uuid
             * @description Whose.
             */
            person_id: string;
            /**
             * @description `contact`, `statement`, `payout`, `identity`, `correction`, `support` or `audit`.
             * @example contact
             */
            purpose: string;
        };
        /** @description What came back and what was paid for it. */
        NewRefund: {
            /**
             * @description The currency; the cooperative's where it is missing.
             * @example CNY
             */
            unit?: string | null;
            /**
             * Format: uuid
             * @description The sale; missing where the device does not know it.
             */
            sale_id?: string | null;
            /** @description Lines that come back. */
            lines?: components["schemas"]["ReturnedLine"][];
            /** @description Everything, with a donation, in the same shift and before any other refund. */
            whole_sale?: boolean;
            /** @description How it was paid; where it is missing, cash up to the net cash paid, then the sale's other tenders in their order. */
            tenders?: components["schemas"]["NewTender"][];
            /**
             * @description Why it came back. Tills of the first format did not say.
             * @example broken
             */
            reason?: string | null;
        };
        /** @description A month to be charged. */
        NewRentRun: {
            /**
             * @description Which: from its last day on.
             * @example 2026-07
             */
            month: string;
        };
        /** @description How a command in quarantine is to be repaired: `post` or `dismiss`, one of the two. */
        NewRepair: {
            /**
             * Format: uuid
             * @description The command.
             */
            command_id: string;
            post?: components["schemas"]["RepairPost"] | null;
            dismiss?: components["schemas"]["RepairDismissal"] | null;
        };
        /** @description A role to be ended. */
        NewRoleEnding: {
            /**
             * Format: uuid
             * @description Which.
             */
            grant_id: string;
        };
        /** @description A role to be given. */
        NewRoleGrant: {
            /**
             * Format: uuid
             * @description To whom.
             */
            person_id: string;
            /**
             * @description `stallholder`, `helper`, `treasurer`, `organiser`, `auditor`, `love_shareholder` or `guardian`.
             * @example helper
             */
            role: string;
            /**
             * Format: uuid
             * @description Whose guardian; missing for other roles.
             */
            ward_id?: string | null;
        };
        /** @description What was in the basket and how it was paid. */
        NewSale: {
            /**
             * @description The currency; the cooperative's where it is missing.
             * @example CNY
             */
            unit?: string | null;
            /** @description In the order of the receipt, at most 200. */
            lines: components["schemas"]["NewLine"][];
            order_discount?: components["schemas"]["NewDiscount"] | null;
            rounding_off?: components["schemas"]["Money"] | null;
            donation?: components["schemas"]["Money"] | null;
            /** @description How it was paid; tenders less change come to the total. */
            tenders: components["schemas"]["NewTender"][];
            change?: components["schemas"]["Money"] | null;
        };
        /** @description A consent to show how sales are shared. */
        NewSharingConsent: {
            /**
             * Format: uuid
             * @description Of which grid.
             */
            grid_id: string;
            /**
             * @description `paper` or `spoken`, where it is logged for the owner; missing where the owner or their guardian says it.
             * @example paper
             */
            manner?: string | null;
        };
        /** @description A consent that is taken back. */
        NewSharingWithdrawal: {
            /**
             * Format: uuid
             * @description Of which grid.
             */
            grid_id: string;
        };
        /** @description Pieces that are missing. */
        NewShortage: {
            /**
             * Format: uuid
             * @description Of which lot.
             */
            lot_id: string;
            /**
             * Format: int64
             * @description How many.
             */
            pieces: number;
            /**
             * Format: date
             * @description When it was noticed; today where it is missing.
             */
            day?: string | null;
        };
        /** @description A site to be added. */
        NewSite: {
            /**
             * @description No other site of the cooperative has it.
             * @example 社区中心
             */
            name: string;
            /**
             * @description Where it is, as the shop's pages show it.
             * @example 梧桐路 12 号
             */
            address?: string | null;
            /**
             * @description When somebody is there, in words.
             * @example 每天 9:00 – 19:00
             */
            opening?: string | null;
        };
        /** @description What has changed of a site. */
        NewSiteDoor: {
            /**
             * Format: uuid
             * @description Which.
             */
            site_id: string;
            /**
             * @description Where it is from now on; nothing where it is missing.
             * @example 梧桐路 12 号
             */
            address?: string | null;
            /**
             * @description When somebody is there from now on; nothing where it is missing.
             * @example 每天 9:00 – 19:00
             */
            opening?: string | null;
        };
        /** @description What a grid costs at a site. */
        NewSiteRent: {
            /**
             * Format: uuid
             * @description Where.
             */
            site_id: string;
            /**
             * Format: date
             * @description From this day on.
             */
            from_day: string;
            /** @description How much a month. */
            rent: components["schemas"]["Money"];
        };
        /** @description A statement to be issued. */
        NewStatement: {
            /**
             * Format: uuid
             * @description Whose.
             */
            owner_id: string;
            /**
             * @description A month that is over; the one after the owner's last statement.
             * @example 2026-06
             */
            month: string;
        };
        /** @description How much help an owner has. */
        NewSupportPlan: {
            /**
             * Format: uuid
             * @description Whose.
             */
            person_id: string;
            /** @description `independent`, `helper_confirms` or `guardian_co_signs`. */
            plan: string;
            threshold?: components["schemas"]["Money"] | null;
        };
        /** @description A payment. */
        NewTender: {
            /**
             * @description `cash`, `wechat`, `alipay` or `voucher`.
             * @example cash
             */
            means: string;
            /** @description What was handed over (for cash: before change). */
            amount: components["schemas"]["Money"];
            /** @description The voucher's number, with `voucher` only. */
            voucher?: string | null;
        };
        /** @description A till is put up. */
        NewTill: {
            /**
             * Format: uuid
             * @description Where it stands.
             */
            site_id: string;
            /**
             * @description What people call it, unique in the cooperative.
             * @example 一号收银台
             */
            name: string;
        };
        /** @description A training to be planned. */
        NewTraining: {
            /**
             * Format: uuid
             * @description The love shareholder who teaches.
             */
            trainer_id: string;
            /**
             * Format: uuid
             * @description The agreement with them, of the kind `training`.
             */
            instrument_id?: string | null;
            /**
             * Format: date
             * @description The day.
             */
            day: string;
            /**
             * Format: int64
             * @description How long, in minutes.
             * @example 180
             */
            minutes: number;
            /**
             * @description Where.
             * @example 梧桐社区中心二楼
             */
            place: string;
            /**
             * @description What is taught. No names of people.
             * @example 摆摊和定价
             */
            curriculum: string;
            /** @description Who wants to come. */
            learner_ids?: string[];
        };
        /** @description What a supporter wants done from now on. */
        NewWish: {
            /**
             * Format: uuid
             * @description The love shareholder.
             */
            supporter_id: string;
            /**
             * Format: uuid
             * @description A loan of theirs; their shares of sales where it is missing.
             */
            instrument_id?: string | null;
            /** @description Of shares of sales `redonate` or `pay_out`; of a loan `waive` or `pay_back`. */
            wish: string;
            /** @description `paper` or `spoken`, where it is logged for them; who says it themselves states none. */
            manner?: string | null;
        };
        /** @description A proposal to be withdrawn. */
        NewWithdrawal: {
            /**
             * Format: uuid
             * @description Which; it is not agreed yet.
             */
            version_id: string;
        };
        /** @description Money that is nobody's in particular. */
        OfNobody: {
            /** @description How much. */
            amount: components["schemas"]["Money"];
            /**
             * Format: date
             * @description When it happened; today where it is missing.
             */
            day?: string | null;
        };
        /** @description Money of one person. */
        OfPerson: {
            /**
             * Format: uuid
             * @description Whose.
             */
            person_id: string;
            /** @description How much. */
            amount: components["schemas"]["Money"];
            /** @description `safe` or `bank`; where it is missing, the one that is usual. */
            through?: string | null;
            /**
             * Format: date
             * @description When it happened; today where it is missing.
             */
            day?: string | null;
        };
        /** @description Something of one person that moves no cash. */
        OfPersonWithoutCash: {
            /**
             * Format: uuid
             * @description Whose.
             */
            person_id: string;
            /** @description How much. */
            amount: components["schemas"]["Money"];
            /**
             * Format: date
             * @description When it happened; today where it is missing.
             */
            day?: string | null;
        };
        /** @description What the office put into the books. */
        OfficeEventView: {
            /**
             * Format: uuid
             * @description Which.
             */
            id: string;
            /**
             * @description What happened.
             * @example gift_received
             */
            kind: string;
            /**
             * Format: date
             * @description The entry's day.
             */
            day: string;
            /**
             * Format: uuid
             * @description The agreement whose money it is.
             */
            instrument_id?: string | null;
            /**
             * Format: uuid
             * @description Whose money it is.
             */
            person_id?: string | null;
            /** @description `safe` or `bank`, where money moved. */
            through?: string | null;
            /** @description How much. */
            amount: string;
            /** @description What for or why: a word of the kind's own list; empty where it has none. */
            code: string;
            /** @description The uploaded paper behind it, by its name. */
            paper?: string | null;
            /**
             * Format: int64
             * @description Its journal entry.
             */
            entry_number: number;
            /**
             * Format: int64
             * @description The entry that it reverses.
             */
            reverses?: number | null;
            /**
             * Format: int64
             * @description The entry that undid it.
             */
            reversed_by?: number | null;
            /**
             * Format: uuid
             * @description What it is about, for the office: the contract of a grid, the charge that a gift pays.
             */
            subject_id?: string | null;
            /**
             * Format: uuid
             * @description Who recorded it.
             */
            made_by?: string | null;
            /**
             * Format: date-time
             * @description When.
             */
            made_at: string;
        };
        /** @description A payout. */
        OnePayout: {
            /**
             * Format: uuid
             * @description Which.
             */
            payout_id: string;
        };
        /** @description An amount on "to be allocated". */
        OpenItemView: {
            /**
             * Format: uuid
             * @description The sale or refund that left it open.
             */
            document_id: string;
            /**
             * Format: int64
             * @description Its line, from 1; 0 for the whole.
             */
            line: number;
            /** @description `sale` or `refund`. */
            kind: string;
            /**
             * Format: date
             * @description The document's business day.
             */
            business_date: string;
            /** @description Money without an owner; with a leading `-`: paid out without a line to take it from. */
            amount: string;
            /**
             * Format: uuid
             * @description The allocation that found its owner.
             */
            allocated_by?: string | null;
        };
        /** @description A shift that is open. */
        OpenShift: {
            /**
             * Format: uuid
             * @description The shift.
             */
            id: string;
            /**
             * Format: date
             * @description The day that it counts for.
             */
            business_date: string;
            /**
             * Format: date-time
             * @description When it was opened, by the till's corrected clock.
             */
            opened_at: string;
            /** @description What who opened it is called. */
            opened_by: string | null;
            /** @description What who sold last is called. */
            seller: string | null;
            /**
             * Format: date-time
             * @description When something arrived last.
             */
            last_contact: string;
            /** @description 备用金. */
            float: string;
            /** @description Cash sales less change and refunds, with what was paid in and out. */
            cash_net: string;
            /** @description What should be in the drawer by the books. */
            expected: string;
        };
        /** @description Somebody at a till. */
        OwnerAtTill: {
            /**
             * Format: uuid
             * @description Whose face was tapped.
             */
            person_id: string;
            /** @description The pictures, in any order. */
            pictures: components["schemas"]["PictureName"][];
        };
        /** @description What one owner sold in a shift. */
        OwnerTotal: {
            /**
             * Format: uuid
             * @description Whose goods they were on that day; missing where nobody has the grid.
             */
            owner_id?: string | null;
            /** @description What the owner wants to be called. */
            nickname?: string | null;
            /** @description Codes of the grids. */
            grids: string[];
            /**
             * Format: int64
             * @description Lines sold.
             */
            lines: number;
            /** @description What they came to, before what the shop bore. */
            sold: string;
            /** @description What came back of such goods in this shift. */
            returned: string;
        };
        /** @description A page of a list. */
        Page_BalanceLine: {
            /** @description In the list's order. */
            items: {
                /**
                 * @description The account's code.
                 * @example 11401
                 */
                account: string;
                /** @description Its name. */
                account_name: string;
                /** @description In English. */
                account_name_en: string;
                /** @description The unit's code. */
                unit: string;
                /** @description 期初借方: what stood there before the span. */
                opening_debit?: string | null;
                /** @description 期初贷方. */
                opening_credit?: string | null;
                /** @description 本期借方: debited within it. */
                debit?: string | null;
                /** @description 本期贷方. */
                credit?: string | null;
                /** @description 期末借方: what stands there at its end. */
                closing_debit?: string | null;
                /** @description 期末贷方. */
                closing_credit?: string | null;
            }[];
            /** @description Give it as `after` for the next page; missing on the last. */
            next?: string | null;
        };
        /** @description A page of a list. */
        Page_BalanceView: {
            /** @description In the list's order. */
            items: {
                /** @description The account's code. */
                account: string;
                /** @description Its name. */
                account_name: string;
                /**
                 * Format: uuid
                 * @description Whose.
                 */
                person_id: string;
                /** @description What the person is called at the till. */
                nickname?: string | null;
                /** @description The unit's code. */
                unit: string;
                /**
                 * @description What the cooperative owes the person; below zero: the person owes.
                 * @example 62.10
                 */
                owed: string;
            }[];
            /** @description Give it as `after` for the next page; missing on the last. */
            next?: string | null;
        };
        /** @description A page of a list. */
        Page_BankAccountView: {
            /** @description In the list's order. */
            items: {
                /**
                 * Format: uuid
                 * @description Which.
                 */
                id: string;
                /**
                 * Format: uuid
                 * @description Whose.
                 */
                person_id: string;
                /**
                 * Format: uuid
                 * @description Who wrote it down.
                 */
                proposed_by: string;
                /**
                 * Format: date-time
                 * @description When.
                 */
                proposed_at: string;
                /** @description `approved` or `rejected`; it waits for a second person where it is missing. Of a person's approved ones the last counts. */
                outcome?: string | null;
                /**
                 * Format: uuid
                 * @description Who decided.
                 */
                decided_by?: string | null;
            }[];
            /** @description Give it as `after` for the next page; missing on the last. */
            next?: string | null;
        };
        /** @description A page of a list. */
        Page_CashMovementView: {
            /** @description In the list's order. */
            items: (components["schemas"]["TillHeading"] & {
                /** @description `pay_in` (from the safe), `pay_out` (a small expense) or `drop` (to the safe). */
                movement: string;
                /** @description How much. */
                amount: string;
                /** @description What an expense was for: `supplies`, `transport`, `repairs` or `other`; missing where the till did not say. */
                reason?: string | null;
            })[];
            /** @description Give it as `after` for the next page; missing on the last. */
            next?: string | null;
        };
        /** @description A page of a list. */
        Page_CountView: {
            /** @description In the list's order. */
            items: {
                /**
                 * Format: uuid
                 * @description Which.
                 */
                id: string;
                /**
                 * Format: uuid
                 * @description Of which good.
                 */
                good_id: string;
                /** @description What the book had. */
                expected: string;
                /** @description What was there. */
                counted: string;
                /** @description Counted less expected. */
                difference: string;
                /**
                 * Format: date
                 * @description Its day.
                 */
                day: string;
                /**
                 * Format: uuid
                 * @description Who counted.
                 */
                counted_by: string;
                /**
                 * Format: date-time
                 * @description When.
                 */
                counted_at: string;
                /** @description `shop`, `owner`, `found` or `counted_again`; none while it waits for another person, or where there is no difference. */
                outcome: string | null;
                /**
                 * Format: uuid
                 * @description Who decided.
                 */
                decided_by: string | null;
                /** @description What the owner was credited. */
                amount: string | null;
            }[];
            /** @description Give it as `after` for the next page; missing on the last. */
            next?: string | null;
        };
        /** @description A page of a list. */
        Page_EarlyView: {
            /** @description In the list's order. */
            items: {
                /**
                 * Format: uuid
                 * @description The till.
                 */
                till_id: string;
                /**
                 * Format: int64
                 * @description Its enrolment.
                 */
                epoch: number;
                /**
                 * Format: int64
                 * @description Its number.
                 */
                seq: number;
                /**
                 * Format: int64
                 * @description The number that is missing.
                 */
                next_seq: number;
                /**
                 * Format: uuid
                 * @description The sender's own id for it.
                 */
                command_id: string;
                /** @description What it reports, e.g. `sale`. */
                kind: string;
                /**
                 * Format: date-time
                 * @description When it arrived.
                 */
                received_at: string;
            }[];
            /** @description Give it as `after` for the next page; missing on the last. */
            next?: string | null;
        };
        /** @description A page of a list. */
        Page_EntryView: {
            /** @description In the list's order. */
            items: {
                /**
                 * Format: int64
                 * @description Gapless in the cooperative.
                 */
                number: number;
                /**
                 * Format: date
                 * @description The business day.
                 */
                day: string;
                /**
                 * Format: date
                 * @description The document's own day.
                 */
                document_day: string;
                /**
                 * @description What happened.
                 * @example sale
                 */
                kind: string;
                /**
                 * Format: uuid
                 * @description The document behind it.
                 */
                document_id: string;
                /** @description Over the document's fields, in hexadecimal. */
                document_hash: string;
                /**
                 * Format: uuid
                 * @description The command that asked for it.
                 */
                command_id: string;
                /** @description A code; empty where there is none. */
                memo: string;
                /**
                 * Format: int64
                 * @description The entry that it reverses.
                 */
                reverses?: number | null;
                /**
                 * Format: int64
                 * @description The entry that reverses it.
                 */
                reversed_by?: number | null;
                /** @description Hash of the entry before. */
                previous_hash: string;
                /** @description Its own hash. */
                hash: string;
                /**
                 * Format: date-time
                 * @description When it was posted.
                 */
                posted_at: string;
                /** @description Its legs; debits and credits are equal in each unit. */
                postings: components["schemas"]["PostingView"][];
            }[];
            /** @description Give it as `after` for the next page; missing on the last. */
            next?: string | null;
        };
        /** @description A page of a list. */
        Page_GoodView: {
            /** @description In the list's order. */
            items: {
                /**
                 * Format: uuid
                 * @description The good.
                 */
                id: string;
                /**
                 * Format: uuid
                 * @description The grid that it is sold from.
                 */
                grid_id: string;
                /** @description Its code. */
                grid: string;
                /**
                 * Format: uuid
                 * @description The lot that its pieces are of; the grid's owner's own where there is none.
                 */
                lot_id: string | null;
                /** @description Its name. */
                name: string;
                /** @description `piece` or `kg`. */
                measure: string;
                /** @description As printed on the label. */
                barcode?: string | null;
                /** @description Per piece or kilogram, today. */
                price?: string | null;
                /**
                 * @description Where its picture is.
                 * @example /art/goods/corn-cake.svg
                 */
                picture: string | null;
            }[];
            /** @description Give it as `after` for the next page; missing on the last. */
            next?: string | null;
        };
        /** @description A page of a list. */
        Page_GridContractView: {
            /** @description In the list's order. */
            items: {
                /**
                 * Format: uuid
                 * @description Which.
                 */
                id: string;
                /**
                 * Format: uuid
                 * @description The grid.
                 */
                grid_id: string;
                /**
                 * Format: uuid
                 * @description Who holds it.
                 */
                owner_id: string;
                /**
                 * Format: date
                 * @description The first day.
                 */
                begins_on: string;
                /**
                 * Format: date
                 * @description The last day, if it has one.
                 */
                ends_on?: string | null;
                /** @description A month's rent. */
                rent: string;
                /** @description Whether a month that is not whole is paid by its days. */
                by_days: boolean;
                /** @description `charged`, `waived` or `sponsored`. */
                met: string;
                /**
                 * Format: uuid
                 * @description The gift that pays.
                 */
                instrument_id?: string | null;
                /**
                 * Format: uuid
                 * @description Who added it.
                 */
                added_by?: string | null;
                /**
                 * Format: date-time
                 * @description When.
                 */
                added_at: string;
            }[];
            /** @description Give it as `after` for the next page; missing on the last. */
            next?: string | null;
        };
        /** @description A page of a list. */
        Page_GridView: {
            /** @description In the list's order. */
            items: {
                /**
                 * Format: uuid
                 * @description The grid.
                 */
                id: string;
                /**
                 * Format: uuid
                 * @description Where it stands.
                 */
                site_id: string;
                /** @description What is written on it. */
                code: string;
                /**
                 * Format: int64
                 * @description Its place at the site, from 1.
                 */
                number: number;
                /**
                 * Format: int64
                 * @description Which of nine colours tells it apart, from 1.
                 */
                colour: number;
                /** @description The site's name. */
                site: string;
                /**
                 * Format: uuid
                 * @description Whose it is today.
                 */
                owner_id?: string | null;
                /** @description What they are called. */
                owner: string | null;
            }[];
            /** @description Give it as `after` for the next page; missing on the last. */
            next?: string | null;
        };
        /** @description A page of a list. */
        Page_GridWishView: {
            /** @description In the list's order. */
            items: {
                /**
                 * Format: uuid
                 * @description Which.
                 */
                id: string;
                /**
                 * Format: uuid
                 * @description Who.
                 */
                person_id: string;
                /**
                 * Format: uuid
                 * @description Where.
                 */
                site_id: string;
                /** @description What they would like. */
                wish: string;
                /**
                 * Format: date
                 * @description Since when.
                 */
                since: string;
                /**
                 * Format: uuid
                 * @description Who wrote it down.
                 */
                added_by?: string | null;
            }[];
            /** @description Give it as `after` for the next page; missing on the last. */
            next?: string | null;
        };
        /** @description A page of a list. */
        Page_InstrumentView: {
            /** @description In the list's order. */
            items: {
                /**
                 * Format: uuid
                 * @description The instrument.
                 */
                id: string;
                /**
                 * Format: uuid
                 * @description The love shareholder or fund.
                 */
                supporter_id: string;
                /**
                 * @description Of what kind.
                 * @example share_of_sales
                 */
                kind: string;
                /**
                 * @description `agreed` (not begun), `in_force`, `ended` or, where a loan is paid back or waived and capital withdrawn, `settled`.
                 * @example in_force
                 */
                state: string;
                /** @description What a restricted gift is for. */
                purpose?: string | null;
                /** @description What may come in, in all. */
                cap?: string | null;
                /**
                 * Format: date
                 * @description The first day.
                 */
                begins_on: string;
                /**
                 * Format: date
                 * @description The last day on which it receives.
                 */
                ends_on?: string | null;
                /**
                 * @description What came in, less what was refunded or undone. A share of sales does not show it to its supporter: the running total before and
                 *     after a sale would tell that sale.
                 */
                received?: string | null;
                /** @description What was spent, paid back, withdrawn or waived of it. */
                used: string;
                /** @description What may still come in; not shown to the supporter of a share of sales, for the same reason. */
                left?: string | null;
                /** @description What is left of what came in: unspent, not paid back. */
                held?: string | null;
                /**
                 * Format: date-time
                 * @description When it was agreed.
                 */
                created_at: string;
            }[];
            /** @description Give it as `after` for the next page; missing on the last. */
            next?: string | null;
        };
        /** @description A page of a list. */
        Page_LotMovement: {
            /** @description In the list's order. */
            items: {
                /**
                 * Format: date
                 * @description Its day.
                 */
                day: string;
                /**
                 * @description `sold`, `returned`, `lot_given`, `lot_missing`, `lot_written_off` or `lot_found`.
                 * @example sold
                 */
                kind: string;
                /**
                 * Format: uuid
                 * @description The sale, refund or event.
                 */
                document_id: string;
                /**
                 * Format: int64
                 * @description Its journal entry.
                 */
                entry_number: number;
                /**
                 * Format: int64
                 * @description Pieces that left the shelf; below zero where they came back.
                 */
                pieces: number;
                /** @description Where they were sold. */
                grid: string | null;
                /** @description What was paid for them, or given back. */
                amount: string;
                /** @description Of it, what families and others got or gave back. */
                shared: string;
                /**
                 * Format: uuid
                 * @description Who got them.
                 */
                person_id: string | null;
            }[];
            /** @description Give it as `after` for the next page; missing on the last. */
            next?: string | null;
        };
        /** @description A page of a list. */
        Page_LotView: {
            /** @description In the list's order. */
            items: {
                /**
                 * Format: uuid
                 * @description Which.
                 */
                id: string;
                /**
                 * @description `donated`, `at_cost` or `own`.
                 * @example donated
                 */
                nature: string;
                /** @description What it is. */
                name: string;
                /**
                 * Format: date
                 * @description When it came in.
                 */
                day: string;
                /**
                 * Format: uuid
                 * @description Who gave it or left it.
                 */
                supporter_id?: string | null;
                /**
                 * Format: uuid
                 * @description The agreement that it came in under.
                 */
                instrument_id?: string | null;
                /** @description Whether it is for that agreement's purpose only. */
                is_restricted: boolean;
                /** @description What a piece is worth or cost. */
                value: string;
                /** @description `invoice`, `appraisal` or `price`. */
                basis: string;
                /** @description The invoice, by its name. */
                paper?: string | null;
                /** @description The two who took it for its value. */
                appraisers: string[];
                /**
                 * Format: int64
                 * @description Pieces that came in: always what is in stock, sold, given and lost together.
                 */
                received: number;
                /**
                 * Format: int64
                 * @description Pieces on the shelf by the books; below zero where a till sold what the books did not have.
                 */
                stock: number;
                /**
                 * Format: int64
                 * @description Pieces sold, less what came back.
                 */
                sold: number;
                /**
                 * Format: int64
                 * @description Pieces given to families.
                 */
                given: number;
                /**
                 * Format: int64
                 * @description Pieces gone.
                 */
                lost: number;
                /**
                 * Format: date-time
                 * @description When it was written down.
                 */
                made_at: string;
            }[];
            /** @description Give it as `after` for the next page; missing on the last. */
            next?: string | null;
        };
        /** @description A page of a list. */
        Page_OfficeEventView: {
            /** @description In the list's order. */
            items: {
                /**
                 * Format: uuid
                 * @description Which.
                 */
                id: string;
                /**
                 * @description What happened.
                 * @example gift_received
                 */
                kind: string;
                /**
                 * Format: date
                 * @description The entry's day.
                 */
                day: string;
                /**
                 * Format: uuid
                 * @description The agreement whose money it is.
                 */
                instrument_id?: string | null;
                /**
                 * Format: uuid
                 * @description Whose money it is.
                 */
                person_id?: string | null;
                /** @description `safe` or `bank`, where money moved. */
                through?: string | null;
                /** @description How much. */
                amount: string;
                /** @description What for or why: a word of the kind's own list; empty where it has none. */
                code: string;
                /** @description The uploaded paper behind it, by its name. */
                paper?: string | null;
                /**
                 * Format: int64
                 * @description Its journal entry.
                 */
                entry_number: number;
                /**
                 * Format: int64
                 * @description The entry that it reverses.
                 */
                reverses?: number | null;
                /**
                 * Format: int64
                 * @description The entry that undid it.
                 */
                reversed_by?: number | null;
                /**
                 * Format: uuid
                 * @description What it is about, for the office: the contract of a grid, the charge that a gift pays.
                 */
                subject_id?: string | null;
                /**
                 * Format: uuid
                 * @description Who recorded it.
                 */
                made_by?: string | null;
                /**
                 * Format: date-time
                 * @description When.
                 */
                made_at: string;
            }[];
            /** @description Give it as `after` for the next page; missing on the last. */
            next?: string | null;
        };
        /** @description A page of a list. */
        Page_OpenItemView: {
            /** @description In the list's order. */
            items: {
                /**
                 * Format: uuid
                 * @description The sale or refund that left it open.
                 */
                document_id: string;
                /**
                 * Format: int64
                 * @description Its line, from 1; 0 for the whole.
                 */
                line: number;
                /** @description `sale` or `refund`. */
                kind: string;
                /**
                 * Format: date
                 * @description The document's business day.
                 */
                business_date: string;
                /** @description Money without an owner; with a leading `-`: paid out without a line to take it from. */
                amount: string;
                /**
                 * Format: uuid
                 * @description The allocation that found its owner.
                 */
                allocated_by?: string | null;
            }[];
            /** @description Give it as `after` for the next page; missing on the last. */
            next?: string | null;
        };
        /** @description A page of a list. */
        Page_PayoutRunView: {
            /** @description In the list's order. */
            items: {
                /**
                 * Format: uuid
                 * @description Which.
                 */
                id: string;
                /**
                 * Format: int64
                 * @description How many payouts it drafted.
                 */
                drafts: number;
                /** @description What they pay. */
                paid: string;
                /** @description What of them goes to rent. */
                offset: string;
                /**
                 * Format: uuid
                 * @description Who drafted it.
                 */
                made_by: string;
                /**
                 * Format: date-time
                 * @description When.
                 */
                made_at: string;
            }[];
            /** @description Give it as `after` for the next page; missing on the last. */
            next?: string | null;
        };
        /** @description A page of a list. */
        Page_PayoutView: {
            /** @description In the list's order. */
            items: {
                /**
                 * Format: uuid
                 * @description Which.
                 */
                id: string;
                /**
                 * Format: uuid
                 * @description The run that drafted it.
                 */
                run_id: string;
                /**
                 * Format: uuid
                 * @description To whom.
                 */
                owner_id: string;
                /** @description What was due. */
                due: string;
                /** @description What of it goes to rent. */
                offset: string;
                /** @description What is paid. */
                paid: string;
                /** @description `safe` or `bank`. */
                through: string;
                /** @description The help that it needs: `independent`, `helper_confirms` or `guardian_co_signs`. */
                help: string;
                /** @description `for_owner`, `for_co_signer`, `for_treasurer`, `paid`, `failed`, `refused` or `cancelled`. */
                state: string;
                /**
                 * Format: uuid
                 * @description Who drafted it.
                 */
                drafted_by: string;
                /**
                 * Format: date-time
                 * @description When.
                 */
                drafted_at: string;
                /** @description What happened to it, in order. */
                steps: components["schemas"]["PayoutStepView"][];
                /**
                 * Format: uuid
                 * @description What was put into the books once it was paid.
                 */
                event_id?: string | null;
            }[];
            /** @description Give it as `after` for the next page; missing on the last. */
            next?: string | null;
        };
        /** @description A page of a list. */
        Page_PersonView: {
            /** @description In the list's order. */
            items: {
                /**
                 * Format: uuid
                 * @description Who.
                 */
                id: string;
                /** @description A number on a list. */
                code?: string | null;
                /** @description `person`, `organisation` or `fund`. */
                kind: string;
                /** @description What tiles and papers show. */
                nickname?: string | null;
                /** @description A drawn face, `face-1` to `face-24`: `/art/faces/<face>.svg`. */
                face: string | null;
                /**
                 * Format: date
                 * @description Since when a member.
                 */
                joined_on?: string | null;
                /** @description `independent`, `helper_confirms` or `guardian_co_signs`. */
                support_plan: string;
                /** @description Today's, each once; a guardian's wards are in the list of roles. */
                roles: string[];
                login?: components["schemas"]["LoginTrace"] | null;
            }[];
            /** @description Give it as `after` for the next page; missing on the last. */
            next?: string | null;
        };
        /** @description A page of a list. */
        Page_ProposalView: {
            /** @description In the list's order. */
            items: {
                /**
                 * Format: uuid
                 * @description The proposal.
                 */
                id: string;
                /** @description `repair`, `gap`, `opening`, `manual_entry` or `reversal`. */
                kind: string;
                /**
                 * Format: uuid
                 * @description The command in quarantine, the till, the cooperative, the draft itself, or the document whose entry is reversed.
                 */
                subject_id: string;
                /**
                 * @description `post` with shift and body, `dismiss` with a reason, `lost` with epoch and numbers, `opening` or `entry` with day and lines, or
                 *     `reversal` with an entry and a reason.
                 */
                proposed: components["schemas"]["Proposed"];
                /**
                 * Format: uuid
                 * @description Who proposed it.
                 */
                proposed_by: string;
                /**
                 * Format: date-time
                 * @description When.
                 */
                proposed_at: string;
                /**
                 * Format: uuid
                 * @description Who decided it.
                 */
                decided_by?: string | null;
                /**
                 * Format: date-time
                 * @description When.
                 */
                decided_at?: string | null;
                /** @description `agreed` or `rejected`. */
                outcome?: string | null;
            }[];
            /** @description Give it as `after` for the next page; missing on the last. */
            next?: string | null;
        };
        /** @description A page of a list. */
        Page_QuarantinedView: {
            /** @description In the list's order. */
            items: {
                /**
                 * Format: uuid
                 * @description The sender's own id for it.
                 */
                command_id: string;
                /**
                 * Format: uuid
                 * @description The till.
                 */
                till_id: string;
                /**
                 * Format: int64
                 * @description Its enrolment.
                 */
                epoch: number;
                /**
                 * Format: int64
                 * @description Its number.
                 */
                seq: number;
                /**
                 * Format: uuid
                 * @description The shift that was open when it arrived.
                 */
                shift_id?: string | null;
                /** @description What it reports, e.g. `sale`. */
                kind: string;
                /** @description A name for programs. */
                reason: string;
                /** @description Why, in Chinese. */
                detail: string;
                /** @description The same in English. */
                detail_en: string;
                /** @description Whether it may be posted as the till reported it: what stood in its way lay outside, e.g. no shift was open. */
                as_reported: boolean;
                /** @description The cash that it declares: into the drawer without a sign, out of it with a leading `-`. */
                cash: string;
                /**
                 * Format: date-time
                 * @description When it arrived.
                 */
                received_at: string;
                /** @description `posted` or `dismissed` once two people have repaired it. */
                outcome?: string | null;
                /**
                 * Format: uuid
                 * @description The command that repaired it.
                 */
                repaired_by?: string | null;
            }[];
            /** @description Give it as `after` for the next page; missing on the last. */
            next?: string | null;
        };
        /** @description A page of a list. */
        Page_ReadingView: {
            /** @description In the list's order. */
            items: {
                /**
                 * Format: uuid
                 * @description Whose.
                 */
                person_id: string;
                /**
                 * Format: uuid
                 * @description Who read it; missing where the command line did.
                 */
                reader_id?: string | null;
                /** @description Why. */
                purpose: string;
                /** @description When, RFC 3339. */
                read_at: string;
            }[];
            /** @description Give it as `after` for the next page; missing on the last. */
            next?: string | null;
        };
        /** @description A page of a list. */
        Page_RefundHeading: {
            /** @description In the list's order. */
            items: (components["schemas"]["TillHeading"] & {
                /**
                 * Format: uuid
                 * @description The sale, if it names one that is known.
                 */
                sale_id?: string | null;
                /**
                 * Format: uuid
                 * @description Whose approval it had.
                 */
                approved_by?: string | null;
                /** @description What that person is called. */
                approver?: string | null;
                /** @description A donation that was paid back. */
                donation: string;
                /** @description What the customer got. */
                paid: string;
                /** @description Why it came back: `broken`, `unsuitable`, `wrong_goods`, `overcharged`, `unwanted` or `other`; missing where the till did not say. */
                reason?: string | null;
            })[];
            /** @description Give it as `after` for the next page; missing on the last. */
            next?: string | null;
        };
        /** @description A page of a list. */
        Page_RegisterLine: {
            /** @description In the list's order. */
            items: {
                /**
                 * Format: date
                 * @description The business day.
                 */
                day: string;
                /**
                 * Format: int64
                 * @description The entry.
                 */
                entry_number: number;
                /** @description What happened. */
                kind: string;
                /**
                 * Format: uuid
                 * @description The document behind it.
                 */
                document_id: string;
                /**
                 * Format: uuid
                 * @description Whose balance.
                 */
                party?: string | null;
                /** @description The unit's code. */
                unit: string;
                /** @description 借. */
                debit?: string | null;
                /** @description 贷. */
                credit?: string | null;
                /**
                 * @description What stands there after this line, debit positive.
                 * @example -12.50
                 */
                balance: string;
            }[];
            /** @description Give it as `after` for the next page; missing on the last. */
            next?: string | null;
        };
        /** @description A page of a list. */
        Page_RentRunView: {
            /** @description In the list's order. */
            items: {
                /**
                 * Format: uuid
                 * @description Which.
                 */
                id: string;
                /** @description `2026-07`. */
                month: string;
                /**
                 * Format: int64
                 * @description How many contracts it charged.
                 */
                charges: number;
                /** @description What that came to. */
                charged: string;
                /** @description What gifts paid of it. */
                sponsored: string;
                /**
                 * Format: uuid
                 * @description Who ran it.
                 */
                run_by?: string | null;
                /**
                 * Format: date-time
                 * @description When.
                 */
                run_at: string;
            }[];
            /** @description Give it as `after` for the next page; missing on the last. */
            next?: string | null;
        };
        /** @description A page of a list. */
        Page_RoleGrantView: {
            /** @description In the list's order. */
            items: {
                /**
                 * Format: uuid
                 * @description The grant.
                 */
                id: string;
                /**
                 * Format: uuid
                 * @description Whose.
                 */
                person_id: string;
                /** @description Which role. */
                role: string;
                /**
                 * Format: uuid
                 * @description A guardian's ward.
                 */
                ward_id?: string | null;
                /**
                 * Format: uuid
                 * @description Who gave it; missing where the command line did.
                 */
                granted_by?: string | null;
                /** @description When, RFC 3339. */
                granted_at: string;
                /**
                 * Format: uuid
                 * @description Who ended it.
                 */
                ended_by?: string | null;
                /** @description When it ended, RFC 3339; missing while it lasts. */
                ended_at?: string | null;
            }[];
            /** @description Give it as `after` for the next page; missing on the last. */
            next?: string | null;
        };
        /** @description A page of a list. */
        Page_SaleInList: {
            /** @description In the list's order. */
            items: (components["schemas"]["SaleHeading"] & {
                /** @description Names of goods, in the order of the receipt. */
                goods: string[];
                /** @description Codes of the grids that they were of, each once. */
                grids: string[];
                /** @description `cash`, `wechat`, `alipay` or `voucher`, each once. */
                means: string[];
                /** @description What the shop bears of it: discounts and rounding-off. */
                given: string;
            })[];
            /** @description Give it as `after` for the next page; missing on the last. */
            next?: string | null;
        };
        /** @description A page of a list. */
        Page_ShiftHeading: {
            /** @description In the list's order. */
            items: {
                /**
                 * Format: uuid
                 * @description The shift.
                 */
                id: string;
                /**
                 * Format: uuid
                 * @description The till.
                 */
                till_id: string;
                /** @description Its name. */
                till: string;
                /** @description Where it stands. */
                site: string;
                /**
                 * Format: date
                 * @description The day that it counts for.
                 */
                business_date: string;
                /**
                 * Format: date-time
                 * @description When it was opened, by the till's corrected clock.
                 */
                opened_at: string;
                /**
                 * Format: uuid
                 * @description Who opened it.
                 */
                opened_by: string;
                /**
                 * Format: date-time
                 * @description When it was closed; missing while it is open.
                 */
                closed_at?: string | null;
                /**
                 * Format: uuid
                 * @description Who closed it.
                 */
                closed_by?: string | null;
                /**
                 * @description Number of its Z report, e.g. `1-0042`: the till's enrolment and its own number of the closing.
                 * @example 1-0042
                 */
                number?: string | null;
                /**
                 * @description Over (长款) or short (短款), at the closing.
                 * @example -0.50
                 */
                difference?: string | null;
            }[];
            /** @description Give it as `after` for the next page; missing on the last. */
            next?: string | null;
        };
        /** @description A page of a list. */
        Page_SiteRentView: {
            /** @description In the list's order. */
            items: {
                /**
                 * Format: uuid
                 * @description Which.
                 */
                id: string;
                /**
                 * Format: uuid
                 * @description Where.
                 */
                site_id: string;
                /**
                 * Format: date
                 * @description From this day on.
                 */
                from_day: string;
                /** @description How much a month. */
                rent: string;
                /**
                 * Format: uuid
                 * @description Who set it.
                 */
                set_by?: string | null;
                /**
                 * Format: date-time
                 * @description When.
                 */
                set_at: string;
            }[];
            /** @description Give it as `after` for the next page; missing on the last. */
            next?: string | null;
        };
        /** @description A page of a list. */
        Page_SiteView: {
            /** @description In the list's order. */
            items: {
                /**
                 * Format: uuid
                 * @description The site.
                 */
                id: string;
                /** @description Its name. */
                name: string;
                /** @description Where it is. */
                address: string | null;
                /** @description When somebody is there, in words. */
                opening: string | null;
                /** @description When it was added, RFC 3339. */
                created_at: string;
            }[];
            /** @description Give it as `after` for the next page; missing on the last. */
            next?: string | null;
        };
        /** @description A page of a list. */
        Page_StatementView: {
            /** @description In the list's order. */
            items: {
                /**
                 * Format: uuid
                 * @description The statement.
                 */
                id: string;
                /**
                 * Format: int64
                 * @description Its running number.
                 */
                number: number;
                /**
                 * Format: uuid
                 * @description Whose.
                 */
                owner_id: string;
                /** @description Of which month. */
                month: string;
                /** @description What was owed before. */
                opening: string;
                /** @description What was owed after. */
                closing: string;
                /**
                 * Format: int64
                 * @description The last entry that it knows: what `verify --head` compares.
                 */
                head_number: number;
                /** @description Its hash. */
                head_hash: string;
                /** @description SHA-256 of its bytes. */
                pdf_hash: string;
                /**
                 * Format: uuid
                 * @description Who issued it; nil for the command line.
                 */
                issued_by: string;
                /**
                 * Format: date-time
                 * @description When.
                 */
                issued_at: string;
            }[];
            /** @description Give it as `after` for the next page; missing on the last. */
            next?: string | null;
        };
        /** @description A page of a list. */
        Page_StockMovement: {
            /** @description In the list's order. */
            items: {
                /**
                 * Format: uuid
                 * @description The sale, refund, count's decision or request.
                 */
                document_id: string;
                /**
                 * @description `received`, `taken_home`, `sold`, `refunded`, `lost` or `found`.
                 * @example received
                 */
                kind: string;
                /**
                 * @description Above zero where goods came.
                 * @example -2
                 */
                quantity: string;
                /**
                 * Format: date
                 * @description Its day.
                 */
                day: string;
                /**
                 * Format: uuid
                 * @description Who did it.
                 */
                made_by: string | null;
                /**
                 * Format: date-time
                 * @description When it was written down.
                 */
                made_at: string;
            }[];
            /** @description Give it as `after` for the next page; missing on the last. */
            next?: string | null;
        };
        /** @description A page of a list. */
        Page_StockView: {
            /** @description In the list's order. */
            items: {
                /**
                 * Format: uuid
                 * @description Which.
                 */
                good_id: string;
                /** @description Its name. */
                name: string;
                /** @description `piece` or `kg`. */
                measure: string;
                /** @description The code of its grid. */
                grid: string;
                /**
                 * Format: uuid
                 * @description The grid's site.
                 */
                site_id: string;
                /**
                 * Format: uuid
                 * @description Whose grid it is today.
                 */
                owner_id: string | null;
                /**
                 * @description By the book; below zero where a till sold what it does not have.
                 * @example 12
                 */
                on_hand: string;
                /** @description From when on there is little of it. */
                low: string | null;
                /** @description Whether there is. */
                is_low: boolean;
            }[];
            /** @description Give it as `after` for the next page; missing on the last. */
            next?: string | null;
        };
        /** @description A page of a list. */
        Page_SupportPlanView: {
            /** @description In the list's order. */
            items: {
                /**
                 * Format: uuid
                 * @description Which.
                 */
                id: string;
                /**
                 * Format: uuid
                 * @description Whose.
                 */
                person_id: string;
                /** @description `independent`, `helper_confirms` or `guardian_co_signs`. */
                plan: string;
                /** @description From which amount on. */
                threshold: string;
                /**
                 * Format: uuid
                 * @description Who set it.
                 */
                set_by?: string | null;
                /**
                 * Format: date-time
                 * @description When.
                 */
                set_at: string;
            }[];
            /** @description Give it as `after` for the next page; missing on the last. */
            next?: string | null;
        };
        /** @description A page of a list. */
        Page_TaskView: {
            /** @description In the list's order. */
            items: {
                /**
                 * Format: uuid
                 * @description The document that raised it.
                 */
                document_id: string;
                /**
                 * Format: int64
                 * @description Its place among the document's tasks, from 1.
                 */
                place: number;
                /** @description E.g. `unknown_grid`. */
                kind: string;
                /** @description What it is, in Chinese. */
                detail: string;
                /** @description The same in English. */
                detail_en: string;
                /**
                 * Format: int64
                 * @description The line, from 1; 0 for the whole.
                 */
                line: number;
                /** @description The amount in question, with a leading `-` where it is below zero. */
                amount: string;
                /**
                 * Format: date-time
                 * @description When it was raised.
                 */
                raised_at: string;
                /**
                 * Format: date-time
                 * @description When somebody closed it.
                 */
                done_at?: string | null;
                /**
                 * Format: uuid
                 * @description Who.
                 */
                done_by?: string | null;
            }[];
            /** @description Give it as `after` for the next page; missing on the last. */
            next?: string | null;
        };
        /** @description A page of a list. */
        Page_TillView: {
            /** @description In the list's order. */
            items: {
                /**
                 * Format: uuid
                 * @description The till.
                 */
                id: string;
                /**
                 * Format: uuid
                 * @description Where it stands.
                 */
                site_id: string;
                /** @description The site's name. */
                site: string;
                /** @description What people call it. */
                name: string;
                /**
                 * Format: int64
                 * @description The enrolment in force; 0 before the first.
                 */
                epoch: number;
                /**
                 * Format: date-time
                 * @description When that was.
                 */
                enrolled_at?: string | null;
                /**
                 * Format: date-time
                 * @description When it was shut out.
                 */
                revoked_at?: string | null;
                /**
                 * Format: int64
                 * @description The number that is posted next.
                 */
                next_seq?: number | null;
                /**
                 * Format: uuid
                 * @description The open shift.
                 */
                open_shift_id?: string | null;
                /**
                 * Format: uuid
                 * @description Who opened it.
                 */
                opened_by?: string | null;
                /**
                 * Format: int64
                 * @description How many of its commands wait for an earlier number.
                 */
                early: number;
                /**
                 * Format: int64
                 * @description How many of its commands are set aside and not yet repaired.
                 */
                quarantined: number;
            }[];
            /** @description Give it as `after` for the next page; missing on the last. */
            next?: string | null;
        };
        /** @description A page of a list. */
        Page_TrainingView: {
            /** @description In the list's order. */
            items: {
                /**
                 * Format: uuid
                 * @description Which.
                 */
                id: string;
                /**
                 * @description `planned`, `given` or `called_off`.
                 * @example given
                 */
                state: string;
                /**
                 * Format: uuid
                 * @description Who teaches.
                 */
                trainer_id: string;
                /**
                 * Format: uuid
                 * @description The agreement with them.
                 */
                instrument_id: string | null;
                /**
                 * Format: date
                 * @description The day.
                 */
                day: string;
                /**
                 * Format: int64
                 * @description How long it took, or is to take.
                 */
                minutes: number;
                /** @description Where. */
                place: string;
                /** @description What is taught. */
                curriculum: string;
                /**
                 * Format: int64
                 * @description How many wanted to come.
                 */
                enrolled: number;
                /**
                 * Format: int64
                 * @description How many came.
                 */
                came: number;
            }[];
            /** @description Give it as `after` for the next page; missing on the last. */
            next?: string | null;
        };
        /** @description A page of a list. */
        Page_VersionInFull: {
            /** @description In the list's order. */
            items: (components["schemas"]["VersionView"] & {
                /** @description In the order of the agreement. */
                shares: components["schemas"]["ShareView"][];
            })[];
            /** @description Give it as `after` for the next page; missing on the last. */
            next?: string | null;
        };
        /** @description A page of a list. */
        Page_VoucherView: {
            /** @description In the list's order. */
            items: {
                /** @description Its number. */
                number: string;
                /** @description What it was worth. */
                issued: string;
                /** @description What is left on it. */
                remaining: string;
                /**
                 * Format: uuid
                 * @description The sale or refund that issued it.
                 */
                document_id: string;
                /** @description When, RFC 3339. */
                issued_at: string;
            }[];
            /** @description Give it as `after` for the next page; missing on the last. */
            next?: string | null;
        };
        /** @description A page of a list. */
        Page_WishView: {
            /** @description In the list's order. */
            items: {
                /**
                 * Format: uuid
                 * @description Which.
                 */
                id: string;
                /**
                 * Format: uuid
                 * @description The love shareholder.
                 */
                supporter_id: string;
                /**
                 * Format: uuid
                 * @description A loan of theirs; their shares of sales where it is missing.
                 */
                instrument_id?: string | null;
                /** @description `redonate`, `pay_out`, `waive` or `pay_back`. */
                wish: string;
                /** @description `self`, `paper` or `spoken`. */
                manner: string;
                /**
                 * Format: uuid
                 * @description Who logged it.
                 */
                logged_by?: string | null;
                /**
                 * Format: date-time
                 * @description When.
                 */
                logged_at: string;
            }[];
            /** @description Give it as `after` for the next page; missing on the last. */
            next?: string | null;
        };
        /** @description What was paid back by one means. */
        PaidBackTotal: {
            /** @description `cash`, `wechat`, `alipay` or `voucher`. */
            means: string;
            /** @description How much. */
            amount: string;
        };
        /** @description A part of a line (分成). */
        PartView: {
            /** @description `owner`, `cooperative` or `supporter`. */
            party: string;
            /**
             * Format: uuid
             * @description The person.
             */
            person_id?: string | null;
            /** @description The share, e.g. `85`. */
            percent: string;
            /** @description By the share alone. */
            uncapped: string;
            /** @description Of it, what a cap moved to another party. */
            moved: string;
            /** @description What the party was credited. */
            credited: string;
        };
        /** @description A name and contacts. */
        ParticularsView: {
            /** @description The real name. */
            name: string;
            /** @description A telephone number. */
            phone?: string | null;
            /** @description Where to find them. */
            address?: string | null;
            /** @description Anything else that helps to reach them. */
            note?: string | null;
        };
        /** @description A payout that did not arrive. */
        PayoutFailure: {
            /**
             * Format: uuid
             * @description Which.
             */
            payout_id: string;
            /** @description `wrong_account`, `returned` (by the bank) or `not_handed_over`. */
            reason: string;
        };
        /** @description An owner in a run. */
        PayoutLineView: {
            /**
             * Format: uuid
             * @description Who.
             */
            owner_id: string;
            /** @description What they are called. */
            nickname: string | null;
            /** @description What is due to them; negative where more came back than was sold. */
            due: string;
            /** @description What they owe for rent. */
            rent: string;
            /** @description What of the due would go to rent. */
            offset: string;
            /** @description What would be paid. */
            paid: string;
            /** @description Why nothing: `nothing_due`, `negative` (carried on, never collected), `below_minimum` (waits) or `on_its_way`. */
            why?: string | null;
            /** @description The help that it needs: `independent`, `helper_confirms` or `guardian_co_signs`. */
            help: string;
            /** @description `bank` where an approved account is known, else `safe`. */
            through: string;
        };
        /** @description What a run would draft. */
        PayoutPreview: {
            /** @description What would be paid. */
            paid: string;
            /** @description What would go to rent. */
            offset: string;
            /** @description Everybody to whom something was ever due, or who ever owed rent. */
            owners: components["schemas"]["PayoutLineView"][];
        };
        /** @description Somebody says no. */
        PayoutRefusal: {
            /**
             * Format: uuid
             * @description To which.
             */
            payout_id: string;
            /** @description `wrong_amount`, `not_now`, `another_way` or `other`. */
            reason: string;
        };
        /** @description A run that was drafted. */
        PayoutRunView: {
            /**
             * Format: uuid
             * @description Which.
             */
            id: string;
            /**
             * Format: int64
             * @description How many payouts it drafted.
             */
            drafts: number;
            /** @description What they pay. */
            paid: string;
            /** @description What of them goes to rent. */
            offset: string;
            /**
             * Format: uuid
             * @description Who drafted it.
             */
            made_by: string;
            /**
             * Format: date-time
             * @description When.
             */
            made_at: string;
        };
        /** @description A step of a payout. */
        PayoutStepView: {
            /** @description `confirmed`, `co_signed`, `refused`, `cancelled`, `paid` or `failed`. */
            step: string;
            /**
             * Format: uuid
             * @description Who took it.
             */
            by_id: string;
            /** @description `sign_in` or `till`. */
            manner: string;
            /** @description Why, where somebody said no or it did not arrive. */
            reason?: string | null;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
        };
        /** @description What is agreed about payouts. */
        PayoutTermsView: {
            /** @description How much of what is due may go to rent, in percent. */
            limit: string;
            /** @description Less than this waits. */
            minimum: string;
            /** @description The columns of the file for the bank. */
            columns: components["schemas"]["Column"][];
        };
        /** @description A payout. */
        PayoutView: {
            /**
             * Format: uuid
             * @description Which.
             */
            id: string;
            /**
             * Format: uuid
             * @description The run that drafted it.
             */
            run_id: string;
            /**
             * Format: uuid
             * @description To whom.
             */
            owner_id: string;
            /** @description What was due. */
            due: string;
            /** @description What of it goes to rent. */
            offset: string;
            /** @description What is paid. */
            paid: string;
            /** @description `safe` or `bank`. */
            through: string;
            /** @description The help that it needs: `independent`, `helper_confirms` or `guardian_co_signs`. */
            help: string;
            /** @description `for_owner`, `for_co_signer`, `for_treasurer`, `paid`, `failed`, `refused` or `cancelled`. */
            state: string;
            /**
             * Format: uuid
             * @description Who drafted it.
             */
            drafted_by: string;
            /**
             * Format: date-time
             * @description When.
             */
            drafted_at: string;
            /** @description What happened to it, in order. */
            steps: components["schemas"]["PayoutStepView"][];
            /**
             * Format: uuid
             * @description What was put into the books once it was paid.
             */
            event_id?: string | null;
        };
        /**
         * @description A percentage from 0 to 100 with at most six decimals, e.g. `"12.5"`.
         * @example 10
         */
        PercentText: string;
        /** @description Something that the sender may do. */
        Permitted: {
            /** @description E.g. `ReadBooks`. */
            name: string;
            /** @description `all`, or `own` for what concerns the person or their wards. */
            reach: string;
        };
        /** @description A person, an organisation or a fund. */
        PersonView: {
            /**
             * Format: uuid
             * @description Who.
             */
            id: string;
            /** @description A number on a list. */
            code?: string | null;
            /** @description `person`, `organisation` or `fund`. */
            kind: string;
            /** @description What tiles and papers show. */
            nickname?: string | null;
            /** @description A drawn face, `face-1` to `face-24`: `/art/faces/<face>.svg`. */
            face: string | null;
            /**
             * Format: date
             * @description Since when a member.
             */
            joined_on?: string | null;
            /** @description `independent`, `helper_confirms` or `guardian_co_signs`. */
            support_plan: string;
            /** @description Today's, each once; a guardian's wards are in the list of roles. */
            roles: string[];
            login?: components["schemas"]["LoginTrace"] | null;
        };
        /**
         * @description One of the nine pictures.
         * @enum {string}
         */
        PictureName: "fish" | "flower" | "umbrella" | "cat" | "moon" | "tree" | "house" | "key" | "boat";
        /** @description Notes or coins of one kind. */
        Pieces: {
            /** @description Worth of one. */
            denomination: string;
            /**
             * Format: int64
             * @description How many.
             */
            pieces: number;
        };
        /** @description Things of one kind that lie until somebody looks. */
        PileView: {
            /** @description `task`, `quarantine` or `unallocated`. */
            pile: string;
            /** @description Of a task e.g. `unknown_grid`; else what was reported, e.g. `sale`. */
            kind: string;
            /** @description What a task says, in Chinese; empty for the others. */
            detail: string;
            /** @description The same in English. */
            detail_en: string;
            /**
             * Format: int64
             * @description How many.
             */
            count: number;
            /** @description What they come to. */
            amount: string;
            /**
             * Format: date-time
             * @description Since when the oldest lies there.
             */
            since: string;
            /** @description Whether whoever reads this may mend it. */
            mine: boolean;
        };
        /** @description A till fact in the books. */
        PostedFact: {
            /** @description `posted`. */
            state: string;
            /**
             * Format: uuid
             * @description The document: it has the id of its `Idempotency-Key`.
             */
            document_id: string;
            /**
             * Format: int64
             * @description The journal entry; missing where nothing was to be posted.
             */
            entry_number?: number | null;
            /**
             * Format: date
             * @description The business day that it counts for.
             */
            business_date?: string | null;
            /** @description What a person should look at. */
            tasks: components["schemas"]["RaisedTask"][];
        };
        /** @description A leg of an entry (分录): a debit or a credit. */
        PostingView: {
            /**
             * @description The account's code.
             * @example 11401
             */
            account: string;
            /** @description Its name. */
            account_name: string;
            /**
             * Format: uuid
             * @description Whose balance: a person, or a till's drawer.
             */
            party?: string | null;
            /**
             * @description The unit's code.
             * @example CNY
             */
            unit: string;
            /**
             * @description 借.
             * @example 19.98
             */
            debit?: string | null;
            /** @description 贷. */
            credit?: string | null;
        };
        /** @description A price. */
        PriceView: {
            /** @description Per piece or kilogram. */
            price: string;
            /**
             * Format: uuid
             * @description Who set it; missing where the command line did.
             */
            set_by?: string | null;
            /** @description When, RFC 3339. */
            set_at: string;
        };
        /** @description An error, as the wire has it. */
        Problem: {
            /** @description A name for programs, e.g. `/problems/not_found`. */
            type: string;
            /** @description In Chinese, the same for every problem of this type. */
            title: string;
            /**
             * Format: int32
             * @description The HTTP status.
             */
            status: number;
            /** @description What happened and what to do, in Chinese. */
            detail: string;
            /** @description The same in English. */
            detail_en: string;
            /** @description The field that cannot be read, e.g. `lines[2].price`. */
            field?: string | null;
            /**
             * Format: int64
             * @description When to send the same again, in seconds.
             */
            retry_after?: number | null;
        };
        /** @description Which proposal is decided. */
        ProposalDecision: {
            /**
             * Format: uuid
             * @description The proposal.
             */
            proposal_id: string;
        };
        /** @description What one person proposed. */
        ProposalView: {
            /**
             * Format: uuid
             * @description The proposal.
             */
            id: string;
            /** @description `repair`, `gap`, `opening`, `manual_entry` or `reversal`. */
            kind: string;
            /**
             * Format: uuid
             * @description The command in quarantine, the till, the cooperative, the draft itself, or the document whose entry is reversed.
             */
            subject_id: string;
            /**
             * @description `post` with shift and body, `dismiss` with a reason, `lost` with epoch and numbers, `opening` or `entry` with day and lines, or
             *     `reversal` with an entry and a reason.
             */
            proposed: components["schemas"]["Proposed"];
            /**
             * Format: uuid
             * @description Who proposed it.
             */
            proposed_by: string;
            /**
             * Format: date-time
             * @description When.
             */
            proposed_at: string;
            /**
             * Format: uuid
             * @description Who decided it.
             */
            decided_by?: string | null;
            /**
             * Format: date-time
             * @description When.
             */
            decided_at?: string | null;
            /** @description `agreed` or `rejected`. */
            outcome?: string | null;
        };
        /** @description What is proposed, as it is kept. */
        Proposed: {
            /** @description Post a command in quarantine. */
            post: {
                /**
                 * Format: uuid
                 * @description In this shift; an opening makes its own.
                 */
                shift_id?: string | null;
                /** @description With these values. */
                body: {
                    [key: string]: unknown;
                };
            };
        } | {
            /** @description Let a command in quarantine be: it did not happen, or it was reported twice. */
            dismiss: {
                /** @description Why. */
                reason: string;
            };
        } | {
            /** @description Numbers of a till that will never arrive: from the one that is due up to this one. */
            lost: {
                /**
                 * Format: int64
                 * @description The till's enrolment.
                 */
                epoch: number;
                /**
                 * Format: int64
                 * @description The first.
                 */
                first_seq: number;
                /**
                 * Format: int64
                 * @description The last.
                 */
                last_seq: number;
            };
        } | {
            /** @description The opening balances. */
            opening: components["schemas"]["Written"];
        } | {
            /** @description A manual entry. */
            entry: components["schemas"]["Written"];
        } | {
            /** @description A given lot, at the value that the first of two people took it for. */
            lot: components["schemas"]["NewLot"];
        } | {
            /** @description Pieces of a lot that were missing and turned up. */
            found: components["schemas"]["Found"];
        } | {
            /** @description An entry that is reversed. */
            reversal: {
                /**
                 * Format: int64
                 * @description Its number.
                 */
                entry_number: number;
                /** @description Why. */
                reason: string;
            };
        };
        /** @description A provider's bill. */
        ProviderSettlement: {
            /** @description `wechat` or `alipay`. */
            provider: string;
            /** @description What customers paid through it. */
            gross: components["schemas"]["Money"];
            /** @description What it keeps of that. */
            fee: components["schemas"]["Money"];
            /** @description What came to the bank: the two come to the gross amount. */
            net: components["schemas"]["Money"];
            /**
             * Format: date
             * @description When; today where it is missing.
             */
            day?: string | null;
            /** @description The uploaded bill, by its name. */
            paper?: string | null;
        };
        /** @description A command that was set aside. */
        QuarantinedView: {
            /**
             * Format: uuid
             * @description The sender's own id for it.
             */
            command_id: string;
            /**
             * Format: uuid
             * @description The till.
             */
            till_id: string;
            /**
             * Format: int64
             * @description Its enrolment.
             */
            epoch: number;
            /**
             * Format: int64
             * @description Its number.
             */
            seq: number;
            /**
             * Format: uuid
             * @description The shift that was open when it arrived.
             */
            shift_id?: string | null;
            /** @description What it reports, e.g. `sale`. */
            kind: string;
            /** @description A name for programs. */
            reason: string;
            /** @description Why, in Chinese. */
            detail: string;
            /** @description The same in English. */
            detail_en: string;
            /** @description Whether it may be posted as the till reported it: what stood in its way lay outside, e.g. no shift was open. */
            as_reported: boolean;
            /** @description The cash that it declares: into the drawer without a sign, out of it with a leading `-`. */
            cash: string;
            /**
             * Format: date-time
             * @description When it arrived.
             */
            received_at: string;
            /** @description `posted` or `dismissed` once two people have repaired it. */
            outcome?: string | null;
            /**
             * Format: uuid
             * @description The command that repaired it.
             */
            repaired_by?: string | null;
        };
        /** @description A command that was set aside, whole. */
        QuarantinedWhole: components["schemas"]["QuarantinedView"] & {
            /** @description The envelope with its body, as it arrived; one that no program reads stands in `text`. */
            received: {
                [key: string]: unknown;
            };
            repaired: components["schemas"]["RepairedView"] | null;
        };
        /** @description What a sale would come to. */
        Quote: {
            /** @description What the customer pays. */
            total: string;
            /** @description Each line: what it is worth, and what the shop bears of it. */
            lines: components["schemas"]["QuotedLine"][];
            /** @description What would be raised as a task. */
            warnings: components["schemas"]["RaisedTask"][];
        };
        /** @description A sale to be quoted. */
        QuoteRequest: {
            /**
             * Format: date
             * @description The business day; where it is missing that of the till's open shift, else today.
             */
            day?: string | null;
            /** @description As it would be sent. */
            sale: components["schemas"]["NewSale"];
        };
        /** @description A line of a quote. */
        QuotedLine: {
            /** @description What the office says that the good costs, per piece or kilogram; missing without a good or a price. */
            list_price?: string | null;
            /** @description Quantity × price. */
            gross: string;
            /** @description Less the owner's discount: what is split. */
            base: string;
            /** @description Shop discount and rounding: the cooperative's cost. */
            borne_by_shop: string;
            /** @description What the customer pays for it. */
            to_pay: string;
        };
        /** @description Something that broke a rule but happened. */
        RaisedTask: {
            /** @description E.g. `unknown_grid`. */
            kind: string;
            /**
             * Format: int64
             * @description The line, from 1; 0 for the whole.
             */
            line: number;
            /** @description The amount in question. */
            amount: string;
            /** @description What it is and what to do, in Chinese. */
            detail: string;
            /** @description The same in English. */
            detail_en: string;
        };
        /** @description Somebody read a person's name. */
        ReadingView: {
            /**
             * Format: uuid
             * @description Whose.
             */
            person_id: string;
            /**
             * Format: uuid
             * @description Who read it; missing where the command line did.
             */
            reader_id?: string | null;
            /** @description Why. */
            purpose: string;
            /** @description When, RFC 3339. */
            read_at: string;
        };
        /** @description What came in by one means. */
        ReceivedView: {
            /** @description `cash`, `wechat`, `alipay` or `voucher`. */
            means: string;
            /**
             * Format: int64
             * @description Sales that were paid by it, in whole or in part.
             */
            sales: number;
            /**
             * Format: int64
             * @description Refunds that were paid back by it.
             */
            refunds: number;
            /** @description Sales less change and refunds. */
            amount: string;
        };
        /** @description What renews a sign-in. */
        Refresh: {
            /** @description As the answer before gave it; missing where it lies in a cookie. */
            refresh_token?: string | null;
        };
        /** @description A refund without its lines. */
        RefundHeading: components["schemas"]["TillHeading"] & {
            /**
             * Format: uuid
             * @description The sale, if it names one that is known.
             */
            sale_id?: string | null;
            /**
             * Format: uuid
             * @description Whose approval it had.
             */
            approved_by?: string | null;
            /** @description What that person is called. */
            approver?: string | null;
            /** @description A donation that was paid back. */
            donation: string;
            /** @description What the customer got. */
            paid: string;
            /** @description Why it came back: `broken`, `unsuitable`, `wrong_goods`, `overcharged`, `unwanted` or `other`; missing where the till did not say. */
            reason?: string | null;
        };
        /** @description What refunds come to. */
        RefundTotals: {
            /**
             * Format: int64
             * @description How many.
             */
            refunds: number;
            /** @description What customers got. */
            paid: string;
            /** @description By means: they add up to what was paid. */
            tenders: components["schemas"]["PaidBackTotal"][];
        };
        /** @description A refund (退款), whole. */
        RefundView: components["schemas"]["RefundHeading"] & {
            /** @description What came back. */
            lines: components["schemas"]["ReturnedLineView"][];
            /** @description How it was paid. */
            tenders: components["schemas"]["TenderView"][];
        };
        /** @description A line of an account's register. */
        RegisterLine: {
            /**
             * Format: date
             * @description The business day.
             */
            day: string;
            /**
             * Format: int64
             * @description The entry.
             */
            entry_number: number;
            /** @description What happened. */
            kind: string;
            /**
             * Format: uuid
             * @description The document behind it.
             */
            document_id: string;
            /**
             * Format: uuid
             * @description Whose balance.
             */
            party?: string | null;
            /** @description The unit's code. */
            unit: string;
            /** @description 借. */
            debit?: string | null;
            /** @description 贷. */
            credit?: string | null;
            /**
             * @description What stands there after this line, debit positive.
             * @example -12.50
             */
            balance: string;
        };
        /** @description A month that was charged. */
        RentRunView: {
            /**
             * Format: uuid
             * @description Which.
             */
            id: string;
            /** @description `2026-07`. */
            month: string;
            /**
             * Format: int64
             * @description How many contracts it charged.
             */
            charges: number;
            /** @description What that came to. */
            charged: string;
            /** @description What gifts paid of it. */
            sponsored: string;
            /**
             * Format: uuid
             * @description Who ran it.
             */
            run_by?: string | null;
            /**
             * Format: date-time
             * @description When.
             */
            run_at: string;
        };
        /** @description Dismiss a command: it did not happen, or it was reported twice. */
        RepairDismissal: {
            /** @description Why. */
            reason: string;
        };
        /** @description Post a command in a shift. */
        RepairPost: {
            /**
             * Format: uuid
             * @description The shift; where it is missing, the one that was open when the command arrived, else the one that is open now. An opening
             *     makes its own.
             */
            shift_id?: string | null;
            /** @description What happened, in the format of the command's kind; as the till reported it where it is missing. */
            body?: {
                [key: string]: unknown;
            } | null;
        };
        /** @description Who repaired a command, how, and what came of it. */
        RepairedView: {
            /** @description What one person proposed and another agreed to. */
            proposal: components["schemas"]["ProposalView"];
            /**
             * Format: int64
             * @description The entry, if money moved.
             */
            entry_number: number | null;
        };
        /** @description A line of the sale that comes back: by pieces or weight, or by a stated amount. */
        ReturnedLine: {
            /** @description The sale's line, from 1. */
            line: number;
            /**
             * @description Pieces or kilograms that came back.
             * @example 1
             */
            quantity?: string | null;
            amount?: components["schemas"]["Money"] | null;
            /** @description Whether the pieces go back on the shelf; where it is missing, they do unless they are broken. Of goods of a lot only. */
            restock?: boolean | null;
        };
        /** @description What came back of a line. */
        ReturnedLineView: {
            /**
             * Format: int64
             * @description The sale's line.
             */
            line: number;
            /** @description As sold. */
            name: string;
            /** @description `piece` or `kg`. */
            measure: string;
            /** @description Pieces or kilograms; `0` where an amount was stated. */
            quantity: string;
            /** @description Of the line's base. */
            amount: string;
            /** @description Of it, what the shop had borne: not paid back. */
            borne_by_shop: string;
        };
        /** @description An entry to be undone. */
        Reversal: {
            /**
             * Format: int64
             * @description Its number.
             */
            entry_number: number;
            /** @description Why: `wrong_amount`, `wrong_person`, `wrong_account`, `twice` or `never_happened`. */
            reason: string;
        };
        /** @description A role that somebody has or had. */
        RoleGrantView: {
            /**
             * Format: uuid
             * @description The grant.
             */
            id: string;
            /**
             * Format: uuid
             * @description Whose.
             */
            person_id: string;
            /** @description Which role. */
            role: string;
            /**
             * Format: uuid
             * @description A guardian's ward.
             */
            ward_id?: string | null;
            /**
             * Format: uuid
             * @description Who gave it; missing where the command line did.
             */
            granted_by?: string | null;
            /** @description When, RFC 3339. */
            granted_at: string;
            /**
             * Format: uuid
             * @description Who ended it.
             */
            ended_by?: string | null;
            /** @description When it ended, RFC 3339; missing while it lasts. */
            ended_at?: string | null;
        };
        /** @description A sale without its lines. */
        SaleHeading: components["schemas"]["TillHeading"] & {
            /** @description Where its till stands. */
            site: string;
            /** @description What the customer paid. */
            total: string;
            /** @description Paid back so far. */
            refunded: string;
        };
        /** @description A sale in a list: its heading, what was in it, and how it was paid. */
        SaleInList: components["schemas"]["SaleHeading"] & {
            /** @description Names of goods, in the order of the receipt. */
            goods: string[];
            /** @description Codes of the grids that they were of, each once. */
            grids: string[];
            /** @description `cash`, `wechat`, `alipay` or `voucher`, each once. */
            means: string[];
            /** @description What the shop bears of it: discounts and rounding-off. */
            given: string;
        };
        /** @description What sales come to. */
        SaleTotals: {
            /**
             * Format: int64
             * @description How many.
             */
            sales: number;
            /** @description What customers paid. */
            total: string;
            /** @description Paid back of these sales, whenever. */
            refunded: string;
            /** @description By means, less change: they add up to the total. */
            tenders: components["schemas"]["MeansTotal"][];
        };
        /** @description A sale (销售单), whole. */
        SaleView: components["schemas"]["SaleHeading"] & {
            /** @description Behind the receipt's QR code; the receipt is at `/r/{cooperative}/{token}`. */
            receipt_token?: string | null;
            /** @description In the order of the receipt. */
            lines: components["schemas"]["SoldLineView"][];
            /** @description How it was paid. */
            tenders: components["schemas"]["TenderView"][];
            /** @description 找零. */
            change: string;
            /** @description 抹零. */
            rounding_off: string;
            /** @description 捐款. */
            donation: string;
            /** @description Its refunds, oldest first. */
            refund_ids: string[];
        };
        /** @description Whether it is this person. */
        SellerAnswer: {
            /** @description What the till does next. */
            answer: components["schemas"]["SellerVerdict"];
            /**
             * Format: int64
             * @description For `wait`: how long, in seconds.
             */
            seconds: number | null;
        };
        /** @description Pictures that somebody tapped at the till. */
        SellerCheck: {
            /**
             * Format: uuid
             * @description Whose face was tapped.
             */
            person_id: string;
            /** @description The pictures, in any order; none for a person who has chosen none. */
            pictures: components["schemas"]["PictureName"][];
        };
        /**
         * @description What the till does next.
         * @enum {string}
         */
        SellerVerdict: "ok" | "wrong" | "wait";
        /** @description A month that is over. */
        ShareMonth: {
            /**
             * @description Which.
             * @example 2026-06
             */
            month: string;
            /** @description What it brought, less what came back; missing where it comes from fewer than `families` families. */
            amount: string | null;
        };
        /** @description Who gets how much. */
        ShareText: {
            /**
             * @description `owner` (whoever has the grid on the first day), `cooperative` or `supporter`.
             * @example owner
             */
            party: string;
            /**
             * Format: uuid
             * @description The supporter or fund; missing for the others.
             */
            person_id?: string | null;
            /** @description Percent of each line's base, at most six decimals. */
            percent: components["schemas"]["PercentText"];
            /**
             * Format: uuid
             * @description The supporter's instrument, where the share has a cap or an end.
             */
            instrument_id?: string | null;
            /** @description The place, from 1, of the share that takes what a cap leaves; the owner's where it is missing. */
            fallback?: number | null;
        };
        /** @description A share of a version. */
        ShareView: {
            /**
             * Format: int64
             * @description Its place, from 1.
             */
            place: number;
            /** @description `owner`, `cooperative` or `supporter`. */
            party: string;
            /**
             * Format: uuid
             * @description The owner or supporter.
             */
            person_id?: string | null;
            /**
             * @description Percent of each line's base.
             * @example 85
             */
            percent: string;
            /**
             * Format: uuid
             * @description The supporter's instrument.
             */
            instrument_id?: string | null;
            /**
             * Format: int64
             * @description The place of the share that takes what a cap leaves.
             */
            fallback: number;
            /**
             * @description What rounding still owes it (分厘结转), in hundredths of a yuan, e.g. `0.35`. Over all shares it sums to 0.
             * @example -0.35
             */
            carry: string;
        };
        /** @description What a love shareholder is told of their shares of sales. */
        SharesView: {
            /**
             * Format: uuid
             * @description Whose.
             */
            supporter_id: string;
            /**
             * Format: int64
             * @description From so many families on a month's total is told.
             */
            families: number;
            /** @description Months that are over, newest first, from the first share on; at most 24. */
            months: components["schemas"]["ShareMonth"][];
            /** @description All of them together; missing where one of them is not told, or where they reach further back. */
            total: string | null;
            /** @description The agreed shares, in the order in which they were agreed. */
            instruments: components["schemas"]["AgreedShare"][];
        };
        /** @description How a shift was closed. These figures never change. */
        ShiftClosingView: {
            /**
             * Format: uuid
             * @description The closing.
             */
            id: string;
            /** @description By the books at that moment. */
            expected: string;
            /** @description Cash of quarantined commands at that moment. */
            waiting: string;
            /** @description Found. */
            counted: string;
            /** @description Counted − waiting − expected. */
            difference: string;
            /** @description By denomination, largest first. */
            count: components["schemas"]["Pieces"][];
            /**
             * Format: int64
             * @description Number of the last entry at that moment: what `verify --head` compares.
             */
            head_number: number;
            /** @description Its hash. */
            head_hash: string;
        };
        /** @description A shift (班次). */
        ShiftHeading: {
            /**
             * Format: uuid
             * @description The shift.
             */
            id: string;
            /**
             * Format: uuid
             * @description The till.
             */
            till_id: string;
            /** @description Its name. */
            till: string;
            /** @description Where it stands. */
            site: string;
            /**
             * Format: date
             * @description The day that it counts for.
             */
            business_date: string;
            /**
             * Format: date-time
             * @description When it was opened, by the till's corrected clock.
             */
            opened_at: string;
            /**
             * Format: uuid
             * @description Who opened it.
             */
            opened_by: string;
            /**
             * Format: date-time
             * @description When it was closed; missing while it is open.
             */
            closed_at?: string | null;
            /**
             * Format: uuid
             * @description Who closed it.
             */
            closed_by?: string | null;
            /**
             * @description Number of its Z report, e.g. `1-0042`: the till's enrolment and its own number of the closing.
             * @example 1-0042
             */
            number?: string | null;
            /**
             * @description Over (长款) or short (短款), at the closing.
             * @example -0.50
             */
            difference?: string | null;
        };
        /** @description How a shift was opened. */
        ShiftOpeningView: {
            /** @description Found in the drawer. */
            counted: string;
            /** @description Brought from the safe; below zero: taken to it. */
            brought: string;
            /** @description Counted, less what the books and waiting commands said. */
            difference: string;
            /** @description By denomination, largest first; empty where a sum was stated. */
            count: components["schemas"]["Pieces"][];
        };
        /** @description A shift's report: X (so far) or Z (closed). */
        ShiftReport: components["schemas"]["ShiftHeading"] & {
            /** @description How it was opened. */
            opening: components["schemas"]["ShiftOpeningView"];
            /** @description Number of the same till's Z before this one. */
            before?: string | null;
            /** @description Goods sold, before what the shop bore: the sum of `owners`. */
            goods: string;
            /** @description Vouchers sold. */
            vouchers: string;
            /** @description 店铺优惠. */
            shop_discounts: string;
            /** @description 抹零. */
            rounding_off: string;
            /** @description 捐款. */
            donations: string;
            /**
             * Format: int64
             * @description Sales.
             */
            sales: number;
            /** @description What customers paid for them: goods + vouchers − discounts − rounding-off + donations. */
            sold: string;
            /**
             * Format: int64
             * @description Refunds.
             */
            refunds: number;
            /** @description What customers got back. */
            paid_back: string;
            /** @description Net takings of each means: sales less change and refunds. */
            tenders: components["schemas"]["MeansTotal"][];
            /** @description What each owner sold, by grid; whose owner nobody knows stands last. */
            owners: components["schemas"]["OwnerTotal"][];
            /** @description What moved in the drawer. */
            drawer: components["schemas"]["Drawer"];
            closing?: components["schemas"]["ShiftClosingView"] | null;
        };
        /** @description A good with its price of now. */
        ShopGood: {
            /**
             * Format: uuid
             * @description The good.
             */
            id: string;
            /**
             * Format: uuid
             * @description Its grid.
             */
            grid_id: string;
            /** @description What is written on its tile. */
            name: string;
            /** @description `piece` or `kg`. */
            measure: string;
            /** @description If it has one. */
            barcode?: string | null;
            /** @description Per piece or kilogram; missing until one is set. */
            price?: string | null;
            /**
             * @description Where its picture is, small.
             * @example /art/goods/corn-cake.svg
             */
            picture: string | null;
        };
        /** @description A grid and whose it is today. */
        ShopGrid: {
            /**
             * Format: uuid
             * @description The grid.
             */
            id: string;
            /**
             * Format: uuid
             * @description Where it stands.
             */
            site_id: string;
            /** @description What is written on it. */
            code: string;
            /**
             * Format: int64
             * @description Its place at the site, from 1.
             */
            number: number;
            /**
             * Format: int64
             * @description Which of nine colours tells it apart, from 1.
             */
            colour: number;
            /**
             * Format: uuid
             * @description Its owner today.
             */
            owner_id?: string | null;
            /** @description What the owner wants to be called. */
            owner_nickname?: string | null;
            /** @description The owner's face: `/art/faces/<face>.svg`. */
            owner_face: string | null;
        };
        /** @description Somebody who may stand at the till. */
        ShopPerson: {
            /**
             * Format: uuid
             * @description The person.
             */
            id: string;
            /** @description What they want to be called. */
            nickname?: string | null;
            /** @description Their face: `/art/faces/<face>.svg`. */
            face: string | null;
            /** @description Whether they may approve a refund with their PIN. */
            approves: boolean;
            /** @description Whether the till asks for their three pictures (`POST /till/sellers`); without, the face alone is enough. */
            has_pictures: boolean;
        };
        /** @description A site. */
        ShopSite: {
            /**
             * Format: uuid
             * @description The site.
             */
            id: string;
            /** @description What people call it. */
            name: string;
        };
        /** @description A shortage to be approved. */
        ShortageApproval: {
            /**
             * Format: uuid
             * @description Which shortage.
             */
            shortage_id: string;
        };
        /** @description What somebody shows who wants to sign in. */
        SignIn: {
            /** @description The cooperative's code, e.g. `hexie`; may be missing where the service keeps one only. */
            coop?: string | null;
            /** @description The login's name. */
            name: string;
            /** @description The password. */
            password: string;
            /** @description True for our own pages: the tokens go into cookies, and the answer has none. */
            cookies?: boolean;
        };
        /** @description What a grid costs at a site. */
        SiteRentView: {
            /**
             * Format: uuid
             * @description Which.
             */
            id: string;
            /**
             * Format: uuid
             * @description Where.
             */
            site_id: string;
            /**
             * Format: date
             * @description From this day on.
             */
            from_day: string;
            /** @description How much a month. */
            rent: string;
            /**
             * Format: uuid
             * @description Who set it.
             */
            set_by?: string | null;
            /**
             * Format: date-time
             * @description When.
             */
            set_at: string;
        };
        /** @description A site. */
        SiteView: {
            /**
             * Format: uuid
             * @description The site.
             */
            id: string;
            /** @description Its name. */
            name: string;
            /** @description Where it is. */
            address: string | null;
            /** @description When somebody is there, in words. */
            opening: string | null;
            /** @description When it was added, RFC 3339. */
            created_at: string;
        };
        /** @description A line as sold. */
        SoldLineView: {
            /**
             * Format: int64
             * @description From 1.
             */
            line: number;
            /**
             * Format: uuid
             * @description The grid.
             */
            grid_id?: string | null;
            /** @description Its code. */
            grid?: string | null;
            /**
             * Format: uuid
             * @description The good.
             */
            good_id?: string | null;
            /** @description The number of a voucher that was sold. */
            voucher?: string | null;
            /** @description As shown to the customer. */
            name: string;
            /** @description `piece` or `kg`. */
            measure: string;
            /** @description Pieces or kilograms. */
            quantity: string;
            /** @description Per piece or kilogram. */
            price: string;
            /** @description Quantity × price. */
            gross: string;
            /** @description 铺主让利. */
            owner_discount: string;
            /** @description What is split. */
            base: string;
            /** @description 店铺优惠 of the line and its part of the order's. */
            shop_discount: string;
            /** @description Its part of the rounding-off. */
            rounding: string;
            /** @description Of the base, what came back. */
            returned: string;
            /** @description Pieces or kilograms that came back. */
            returned_quantity: string;
            /** @description Pieces or kilograms that may still come back; parts that came back as a stated amount do not lower it. */
            left_quantity: string;
            /** @description What the customer gets if all the rest comes back. */
            left: string;
            /**
             * Format: uuid
             * @description The agreement's version that split it.
             */
            version_id?: string | null;
            /** @description Who got what; a till is not shown it. */
            parts: components["schemas"]["PartView"][];
        };
        /** @description An issued statement. */
        StatementView: {
            /**
             * Format: uuid
             * @description The statement.
             */
            id: string;
            /**
             * Format: int64
             * @description Its running number.
             */
            number: number;
            /**
             * Format: uuid
             * @description Whose.
             */
            owner_id: string;
            /** @description Of which month. */
            month: string;
            /** @description What was owed before. */
            opening: string;
            /** @description What was owed after. */
            closing: string;
            /**
             * Format: int64
             * @description The last entry that it knows: what `verify --head` compares.
             */
            head_number: number;
            /** @description Its hash. */
            head_hash: string;
            /** @description SHA-256 of its bytes. */
            pdf_hash: string;
            /**
             * Format: uuid
             * @description Who issued it; nil for the command line.
             */
            issued_by: string;
            /**
             * Format: date-time
             * @description When.
             */
            issued_at: string;
        };
        /** @description From when on there is little of a good. */
        StockLevel: {
            /**
             * Format: uuid
             * @description Which good.
             */
            good_id: string;
            /**
             * @description At so much and below its owner is told; never where it is missing.
             * @example 3
             */
            low?: string | null;
        };
        /** @description A movement of a good. */
        StockMovement: {
            /**
             * Format: uuid
             * @description The sale, refund, count's decision or request.
             */
            document_id: string;
            /**
             * @description `received`, `taken_home`, `sold`, `refunded`, `lost` or `found`.
             * @example received
             */
            kind: string;
            /**
             * @description Above zero where goods came.
             * @example -2
             */
            quantity: string;
            /**
             * Format: date
             * @description Its day.
             */
            day: string;
            /**
             * Format: uuid
             * @description Who did it.
             */
            made_by: string | null;
            /**
             * Format: date-time
             * @description When it was written down.
             */
            made_at: string;
        };
        /** @description What lies of a good. */
        StockView: {
            /**
             * Format: uuid
             * @description Which.
             */
            good_id: string;
            /** @description Its name. */
            name: string;
            /** @description `piece` or `kg`. */
            measure: string;
            /** @description The code of its grid. */
            grid: string;
            /**
             * Format: uuid
             * @description The grid's site.
             */
            site_id: string;
            /**
             * Format: uuid
             * @description Whose grid it is today.
             */
            owner_id: string | null;
            /**
             * @description By the book; below zero where a till sold what it does not have.
             * @example 12
             */
            on_hand: string;
            /** @description From when on there is little of it. */
            low: string | null;
            /** @description Whether there is. */
            is_low: boolean;
        };
        /** @description A plan as it was set. */
        SupportPlanView: {
            /**
             * Format: uuid
             * @description Which.
             */
            id: string;
            /**
             * Format: uuid
             * @description Whose.
             */
            person_id: string;
            /** @description `independent`, `helper_confirms` or `guardian_co_signs`. */
            plan: string;
            /** @description From which amount on. */
            threshold: string;
            /**
             * Format: uuid
             * @description Who set it.
             */
            set_by?: string | null;
            /**
             * Format: date-time
             * @description When.
             */
            set_at: string;
        };
        /** @description What came in. */
        Takings: {
            /**
             * Format: int64
             * @description Sales.
             */
            sales: number;
            /** @description What customers paid. */
            sold: string;
            /**
             * Format: int64
             * @description Refunds.
             */
            refunds: number;
            /** @description What customers got back. */
            paid_back: string;
            /** @description Added up. What was sold comes to `sold`, except by grid: discounts, rounding-off and vouchers are no grid's. */
            rows: components["schemas"]["TakingsRow"][];
        };
        /** @description A sum of takings. */
        TakingsRow: {
            /** @description The day, the hour from `0` to `23`, or the name of the grid or till; empty for goods whose grid nobody knows. */
            key: string;
            /**
             * Format: uuid
             * @description The grid or till.
             */
            id: string | null;
            /** @description By day and hour: `cash`, `wechat`, `alipay` or `voucher`. */
            means: string | null;
            /**
             * Format: int64
             * @description Sales (by till), lines (by grid), payments (else).
             */
            count: number;
            /** @description How much, cash less change. */
            amount: string;
        };
        /** @description Which task is closed. */
        TaskClosing: {
            /**
             * Format: uuid
             * @description The document that raised it.
             */
            document_id: string;
            /**
             * Format: int64
             * @description Its place among the document's tasks, from 1.
             */
            place: number;
        };
        /** @description A task. */
        TaskView: {
            /**
             * Format: uuid
             * @description The document that raised it.
             */
            document_id: string;
            /**
             * Format: int64
             * @description Its place among the document's tasks, from 1.
             */
            place: number;
            /** @description E.g. `unknown_grid`. */
            kind: string;
            /** @description What it is, in Chinese. */
            detail: string;
            /** @description The same in English. */
            detail_en: string;
            /**
             * Format: int64
             * @description The line, from 1; 0 for the whole.
             */
            line: number;
            /** @description The amount in question, with a leading `-` where it is below zero. */
            amount: string;
            /**
             * Format: date-time
             * @description When it was raised.
             */
            raised_at: string;
            /**
             * Format: date-time
             * @description When somebody closed it.
             */
            done_at?: string | null;
            /**
             * Format: uuid
             * @description Who.
             */
            done_by?: string | null;
        };
        /** @description Net takings of one means in a shift, by the till's own reckoning. */
        TenderTotal: {
            /**
             * @description `cash`, `wechat`, `alipay` or `voucher`.
             * @example cash
             */
            means: string;
            /**
             * @description Sales less change and refunds; a leading `-` where more went out than came in.
             * @example 62.10
             */
            amount: string;
        };
        /** @description A payment. */
        TenderView: {
            /** @description `cash`, `wechat`, `alipay` or `voucher`. */
            means: string;
            /** @description The voucher's number. */
            voucher?: string | null;
            /** @description How much; cash before change. */
            amount: string;
        };
        /** @description A code that lets a till in, once. */
        TillCode: {
            /**
             * Format: uuid
             * @description The till.
             */
            till_id: string;
            /**
             * @description To be typed at the till together with the cooperative's short name.
             * @example 7KQM-2XWD
             */
            code: string;
            /**
             * Format: date-time
             * @description Until when it holds: 15 minutes.
             */
            expires_at: string;
        };
        /** @description What stands around a till's command. `body` says what happened. */
        TillCommand_CloseShift: {
            /**
             * Format: uuid
             * @description The till that sends it, the one that its token belongs to.
             */
            till_id: string;
            /**
             * Format: int64
             * @description The till's enrolment, from 1.
             */
            epoch: number;
            /**
             * Format: int64
             * @description The till's own running number, gapless from 1 in an epoch.
             */
            seq: number;
            /**
             * @description Body hash of the till's command before, in hexadecimal: SHA-256 over its kind and its bytes as sent; 64 zeros first.
             * @example 0000000000000000000000000000000000000000000000000000000000000000
             */
            prev_hash: string;
            /**
             * Format: date-time
             * @description When it happened, by the till's clock.
             */
            occurred_at: string;
            /**
             * Format: int64
             * @description What to add to the till's clock, as it last learned from the service.
             */
            clock_offset_ms?: number;
            /**
             * Format: uuid
             * @description Who was at the till.
             */
            actor: string;
            /** @description Unguessable, behind the receipt's QR code: 16 to 64 letters, digits, `-` or `_`. */
            receipt_token?: string | null;
            /**
             * Format: uuid
             * @description A helper's single-use approval, for a refund.
             */
            approval?: string | null;
            /** @description By the till's device key, once one is enrolled. */
            signature?: string | null;
            /** @description Practice never reaches the books; a command that says so is set aside. */
            practice?: boolean;
            /** @description A shift closes: a blind count by denomination, and the till's own totals. */
            body: {
                /**
                 * @description The currency; the cooperative's where it is missing.
                 * @example CNY
                 */
                unit?: string | null;
                /** @description Found in the drawer; an empty list is an empty drawer. */
                count: components["schemas"]["CountedPieces"][];
                /**
                 * Format: int64
                 * @description The last number that the till used before this command.
                 */
                last_seq: number;
                /** @description The till's own net takings by means, for comparison. */
                tenders?: components["schemas"]["TenderTotal"][];
            };
        };
        /** @description What stands around a till's command. `body` says what happened. */
        TillCommand_MoveCash: {
            /**
             * Format: uuid
             * @description The till that sends it, the one that its token belongs to.
             */
            till_id: string;
            /**
             * Format: int64
             * @description The till's enrolment, from 1.
             */
            epoch: number;
            /**
             * Format: int64
             * @description The till's own running number, gapless from 1 in an epoch.
             */
            seq: number;
            /**
             * @description Body hash of the till's command before, in hexadecimal: SHA-256 over its kind and its bytes as sent; 64 zeros first.
             * @example 0000000000000000000000000000000000000000000000000000000000000000
             */
            prev_hash: string;
            /**
             * Format: date-time
             * @description When it happened, by the till's clock.
             */
            occurred_at: string;
            /**
             * Format: int64
             * @description What to add to the till's clock, as it last learned from the service.
             */
            clock_offset_ms?: number;
            /**
             * Format: uuid
             * @description Who was at the till.
             */
            actor: string;
            /** @description Unguessable, behind the receipt's QR code: 16 to 64 letters, digits, `-` or `_`. */
            receipt_token?: string | null;
            /**
             * Format: uuid
             * @description A helper's single-use approval, for a refund.
             */
            approval?: string | null;
            /** @description By the till's device key, once one is enrolled. */
            signature?: string | null;
            /** @description Practice never reaches the books; a command that says so is set aside. */
            practice?: boolean;
            /** @description Cash moves without a sale. */
            body: {
                /**
                 * @description The currency; the cooperative's where it is missing.
                 * @example CNY
                 */
                unit?: string | null;
                /**
                 * @description `pay_in` (from the safe), `pay_out` (a small expense) or `drop` (to the safe).
                 * @example pay_in
                 */
                movement: string;
                /** @description How much, above zero. */
                amount: components["schemas"]["Money"];
                /**
                 * @description What an expense was for; only with `pay_out`. Tills of the first format did not say.
                 * @example supplies
                 */
                reason?: string | null;
            };
        };
        /** @description What stands around a till's command. `body` says what happened. */
        TillCommand_NewRefund: {
            /**
             * Format: uuid
             * @description The till that sends it, the one that its token belongs to.
             */
            till_id: string;
            /**
             * Format: int64
             * @description The till's enrolment, from 1.
             */
            epoch: number;
            /**
             * Format: int64
             * @description The till's own running number, gapless from 1 in an epoch.
             */
            seq: number;
            /**
             * @description Body hash of the till's command before, in hexadecimal: SHA-256 over its kind and its bytes as sent; 64 zeros first.
             * @example 0000000000000000000000000000000000000000000000000000000000000000
             */
            prev_hash: string;
            /**
             * Format: date-time
             * @description When it happened, by the till's clock.
             */
            occurred_at: string;
            /**
             * Format: int64
             * @description What to add to the till's clock, as it last learned from the service.
             */
            clock_offset_ms?: number;
            /**
             * Format: uuid
             * @description Who was at the till.
             */
            actor: string;
            /** @description Unguessable, behind the receipt's QR code: 16 to 64 letters, digits, `-` or `_`. */
            receipt_token?: string | null;
            /**
             * Format: uuid
             * @description A helper's single-use approval, for a refund.
             */
            approval?: string | null;
            /** @description By the till's device key, once one is enrolled. */
            signature?: string | null;
            /** @description Practice never reaches the books; a command that says so is set aside. */
            practice?: boolean;
            /** @description What came back and what was paid for it. */
            body: {
                /**
                 * @description The currency; the cooperative's where it is missing.
                 * @example CNY
                 */
                unit?: string | null;
                /**
                 * Format: uuid
                 * @description The sale; missing where the device does not know it.
                 */
                sale_id?: string | null;
                /** @description Lines that come back. */
                lines?: components["schemas"]["ReturnedLine"][];
                /** @description Everything, with a donation, in the same shift and before any other refund. */
                whole_sale?: boolean;
                /** @description How it was paid; where it is missing, cash up to the net cash paid, then the sale's other tenders in their order. */
                tenders?: components["schemas"]["NewTender"][];
                /**
                 * @description Why it came back. Tills of the first format did not say.
                 * @example broken
                 */
                reason?: string | null;
            };
        };
        /** @description What stands around a till's command. `body` says what happened. */
        TillCommand_NewSale: {
            /**
             * Format: uuid
             * @description The till that sends it, the one that its token belongs to.
             */
            till_id: string;
            /**
             * Format: int64
             * @description The till's enrolment, from 1.
             */
            epoch: number;
            /**
             * Format: int64
             * @description The till's own running number, gapless from 1 in an epoch.
             */
            seq: number;
            /**
             * @description Body hash of the till's command before, in hexadecimal: SHA-256 over its kind and its bytes as sent; 64 zeros first.
             * @example 0000000000000000000000000000000000000000000000000000000000000000
             */
            prev_hash: string;
            /**
             * Format: date-time
             * @description When it happened, by the till's clock.
             */
            occurred_at: string;
            /**
             * Format: int64
             * @description What to add to the till's clock, as it last learned from the service.
             */
            clock_offset_ms?: number;
            /**
             * Format: uuid
             * @description Who was at the till.
             */
            actor: string;
            /** @description Unguessable, behind the receipt's QR code: 16 to 64 letters, digits, `-` or `_`. */
            receipt_token?: string | null;
            /**
             * Format: uuid
             * @description A helper's single-use approval, for a refund.
             */
            approval?: string | null;
            /** @description By the till's device key, once one is enrolled. */
            signature?: string | null;
            /** @description Practice never reaches the books; a command that says so is set aside. */
            practice?: boolean;
            /** @description What was in the basket and how it was paid. */
            body: {
                /**
                 * @description The currency; the cooperative's where it is missing.
                 * @example CNY
                 */
                unit?: string | null;
                /** @description In the order of the receipt, at most 200. */
                lines: components["schemas"]["NewLine"][];
                order_discount?: components["schemas"]["NewDiscount"] | null;
                rounding_off?: components["schemas"]["Money"] | null;
                donation?: components["schemas"]["Money"] | null;
                /** @description How it was paid; tenders less change come to the total. */
                tenders: components["schemas"]["NewTender"][];
                change?: components["schemas"]["Money"] | null;
            };
        };
        /** @description What stands around a till's command. `body` says what happened. */
        TillCommand_OpenShift: {
            /**
             * Format: uuid
             * @description The till that sends it, the one that its token belongs to.
             */
            till_id: string;
            /**
             * Format: int64
             * @description The till's enrolment, from 1.
             */
            epoch: number;
            /**
             * Format: int64
             * @description The till's own running number, gapless from 1 in an epoch.
             */
            seq: number;
            /**
             * @description Body hash of the till's command before, in hexadecimal: SHA-256 over its kind and its bytes as sent; 64 zeros first.
             * @example 0000000000000000000000000000000000000000000000000000000000000000
             */
            prev_hash: string;
            /**
             * Format: date-time
             * @description When it happened, by the till's clock.
             */
            occurred_at: string;
            /**
             * Format: int64
             * @description What to add to the till's clock, as it last learned from the service.
             */
            clock_offset_ms?: number;
            /**
             * Format: uuid
             * @description Who was at the till.
             */
            actor: string;
            /** @description Unguessable, behind the receipt's QR code: 16 to 64 letters, digits, `-` or `_`. */
            receipt_token?: string | null;
            /**
             * Format: uuid
             * @description A helper's single-use approval, for a refund.
             */
            approval?: string | null;
            /** @description By the till's device key, once one is enrolled. */
            signature?: string | null;
            /** @description Practice never reaches the books; a command that says so is set aside. */
            practice?: boolean;
            /** @description A shift opens: the cash counted in the drawer, and what is brought from the safe or taken to it. */
            body: {
                /**
                 * @description The currency; the cooperative's where it is missing.
                 * @example CNY
                 */
                unit?: string | null;
                /** @description Found in the drawer, by denomination; or state `counted`. */
                count?: components["schemas"]["CountedPieces"][];
                counted?: components["schemas"]["Money"] | null;
                brought?: components["schemas"]["Money"] | null;
                taken?: components["schemas"]["Money"] | null;
            };
        };
        /** @description Which document, of which till and shift, when and by whom. The number on the paper (单号) is `epoch`-`seq`. */
        TillHeading: {
            /**
             * Format: uuid
             * @description The sale, refund or cash movement.
             */
            id: string;
            /**
             * Format: uuid
             * @description The till.
             */
            till_id: string;
            /** @description Its name. */
            till: string;
            /**
             * Format: int64
             * @description The till's enrolment.
             */
            epoch: number;
            /**
             * Format: int64
             * @description The till's own number.
             */
            seq: number;
            /**
             * Format: uuid
             * @description The shift.
             */
            shift_id: string;
            /**
             * Format: date
             * @description The day that it counts for.
             */
            business_date: string;
            /**
             * Format: date-time
             * @description When it happened, by the till's corrected clock.
             */
            occurred_at: string;
            /**
             * Format: date-time
             * @description When it arrived.
             */
            received_at: string;
            /**
             * Format: uuid
             * @description Who was at the till.
             */
            seller_id: string;
            /** @description What that person is called at the till. */
            seller?: string | null;
            /**
             * Format: int64
             * @description The journal entry; missing where nothing was to be posted.
             */
            entry_number?: number | null;
        };
        /** @description A till is shut out. */
        TillRevocation: {
            /**
             * Format: uuid
             * @description The till.
             */
            till_id: string;
            /**
             * Format: int64
             * @description One enrolment, e.g. an older one that has delivered all it had; all of them where it is missing.
             */
            epoch?: number | null;
        };
        /** @description The shop as a till shows it. */
        TillShop: {
            /** @description The cooperative's name on paper. */
            cooperative: string;
            /** @description Its code, for the link on a receipt: `/r/<code>/<receipt token>`. */
            code: string;
            /** @description The currency, e.g. `CNY`. */
            unit: string;
            /**
             * Format: int32
             * @description How many digits it has after the point.
             */
            digits: number;
            /** @description Rounding-off and donation stay below this. */
            rounding_limit: string;
            /** @description Whether it is made up. */
            is_demo: boolean;
            /** @description By name, at most 1,000. */
            sites: components["schemas"]["ShopSite"][];
            /** @description By code, at most 2,000. */
            grids: components["schemas"]["ShopGrid"][];
            /** @description Who may stand at the till, at most 1,000. */
            staff: components["schemas"]["ShopPerson"][];
            /** @description By age: a page. */
            goods: components["schemas"]["ShopGood"][];
            /** @description Give it as `after` for the next page of goods; missing on the last. */
            next?: string | null;
        };
        /** @description Where a till stands. */
        TillState: {
            /**
             * Format: uuid
             * @description The till.
             */
            till_id: string;
            /** @description What people call it. */
            name: string;
            /** @description What people call the place where it stands. */
            site: string;
            /** @description The cooperative's code: a receipt is at `/r/{coop}/{token}`. */
            coop: string;
            /**
             * Format: int64
             * @description The enrolment of the token that asks.
             */
            epoch: number;
            /**
             * Format: int64
             * @description The number that the next command takes.
             */
            next_seq: number;
            /** @description The body hash of the command before it, in hexadecimal: its `prev_hash`. */
            last_hash: string;
            /**
             * Format: uuid
             * @description The open shift.
             */
            open_shift_id?: string | null;
            /**
             * Format: date
             * @description Its business day.
             */
            business_date?: string | null;
            /**
             * Format: int64
             * @description The highest number that waits for an earlier one.
             */
            highest_early_seq?: number | null;
            /** @description Whether it was shut out: then it only delivers. */
            revoked: boolean;
            /**
             * Format: date-time
             * @description The service's time, to learn the clock's offset from.
             */
            now: string;
        };
        /** @description A till and how it stands. */
        TillToday: {
            /**
             * Format: uuid
             * @description The till.
             */
            id: string;
            /** @description Its name. */
            name: string;
            /** @description Where it stands. */
            site: string;
            /** @description Whether a device is enrolled and not shut out. */
            enrolled: boolean;
            /**
             * Format: int64
             * @description Commands that wait for one before them; 0 where no number is missing.
             */
            waiting: number;
            shift: components["schemas"]["OpenShift"] | null;
        };
        /** @description A till. */
        TillView: {
            /**
             * Format: uuid
             * @description The till.
             */
            id: string;
            /**
             * Format: uuid
             * @description Where it stands.
             */
            site_id: string;
            /** @description The site's name. */
            site: string;
            /** @description What people call it. */
            name: string;
            /**
             * Format: int64
             * @description The enrolment in force; 0 before the first.
             */
            epoch: number;
            /**
             * Format: date-time
             * @description When that was.
             */
            enrolled_at?: string | null;
            /**
             * Format: date-time
             * @description When it was shut out.
             */
            revoked_at?: string | null;
            /**
             * Format: int64
             * @description The number that is posted next.
             */
            next_seq?: number | null;
            /**
             * Format: uuid
             * @description The open shift.
             */
            open_shift_id?: string | null;
            /**
             * Format: uuid
             * @description Who opened it.
             */
            opened_by?: string | null;
            /**
             * Format: int64
             * @description How many of its commands wait for an earlier number.
             */
            early: number;
            /**
             * Format: int64
             * @description How many of its commands are set aside and not yet repaired.
             */
            quarantined: number;
        };
        /** @description Somebody is signed in. */
        Tokens: {
            /**
             * Format: uuid
             * @description The cooperative.
             */
            coop_id: string;
            /**
             * Format: uuid
             * @description Who.
             */
            person_id: string;
            /**
             * Format: int64
             * @description How many seconds the access token lives.
             */
            expires_in: number;
            /** @description When the sign-in ends, however often it is renewed (RFC 3339). */
            session_ends_at: string;
            /** @description `Authorization: Bearer …`; missing where cookies were asked for. */
            access_token?: string | null;
            /** @description For the next access token, once; missing where cookies were asked for. */
            refresh_token?: string | null;
        };
        /** @description A training that does not take place. */
        TrainingCancellation: {
            /**
             * Format: uuid
             * @description Which.
             */
            training_id: string;
        };
        /** @description A training with who learns. */
        TrainingInFull: components["schemas"]["TrainingView"] & {
            /** @description Who wanted to come and who came: all for the office, themselves and their wards for others. */
            learners: components["schemas"]["LearnerView"][];
        };
        /** @description A training. */
        TrainingView: {
            /**
             * Format: uuid
             * @description Which.
             */
            id: string;
            /**
             * @description `planned`, `given` or `called_off`.
             * @example given
             */
            state: string;
            /**
             * Format: uuid
             * @description Who teaches.
             */
            trainer_id: string;
            /**
             * Format: uuid
             * @description The agreement with them.
             */
            instrument_id: string | null;
            /**
             * Format: date
             * @description The day.
             */
            day: string;
            /**
             * Format: int64
             * @description How long it took, or is to take.
             */
            minutes: number;
            /** @description Where. */
            place: string;
            /** @description What is taught. */
            curriculum: string;
            /**
             * Format: int64
             * @description How many wanted to come.
             */
            enrolled: number;
            /**
             * Format: int64
             * @description How many came.
             */
            came: number;
        };
        /** @description Of which run. */
        TransferFileOrder: {
            /**
             * Format: uuid
             * @description Which.
             */
            run_id: string;
        };
        /** @description The trial balance (试算平衡表): the balances come to zero. */
        TrialBalance: {
            /**
             * Format: date
             * @description The day at whose end it stood so; missing: everything posted so far.
             */
            on?: string | null;
            /** @description The last entry that it knows. */
            head: components["schemas"]["HeadView"];
            /** @description By account. */
            items: components["schemas"]["TrialBalanceLine"][];
        };
        /** @description A line of the trial balance. */
        TrialBalanceLine: {
            /** @description The account's code. */
            account: string;
            /** @description Its name. */
            account_name: string;
            /** @description The unit's code. */
            unit: string;
            /** @description Debited since the beginning (借方发生额). */
            debit: string;
            /** @description Credited since the beginning (贷方发生额). */
            credit: string;
            /**
             * @description What stands on it, debit positive (余额).
             * @example -19.98
             */
            balance: string;
        };
        /** @description A line that was sold. */
        TriedLine: {
            /**
             * Format: date
             * @description The entry's day.
             */
            day: string;
            /**
             * Format: uuid
             * @description Where it was sold.
             */
            sale_id: string;
            /** @description As sold. */
            name: string;
            /** @description `piece` or `kg`. */
            measure: string;
            /** @description Pieces or kilograms. */
            quantity: string;
            /** @description What is split of it. */
            base: string;
            /** @description Who got what of it. */
            parties: components["schemas"]["TriedParty"][];
        };
        /** @description What a party got, and would have got. */
        TriedParty: {
            /** @description `owner`, `cooperative` or `supporter`. */
            party: string;
            /**
             * Format: uuid
             * @description The owner or supporter.
             */
            person_id?: string | null;
            /** @description By the books. */
            before: string;
            /** @description By the shares that are tried. */
            after: string;
            /** @description What it would have got more; below zero where less. */
            difference: string;
        };
        /** @description Money under an agreement with a supporter. */
        UnderAgreement: {
            /**
             * Format: uuid
             * @description Which agreement.
             */
            instrument_id: string;
            /** @description How much. */
            amount: components["schemas"]["Money"];
            /** @description `safe` or `bank`; the bank where it is missing. */
            through?: string | null;
            /**
             * Format: date
             * @description When it happened; today where it is missing.
             */
            day?: string | null;
        };
        /** @description A version with its shares. */
        VersionInFull: components["schemas"]["VersionView"] & {
            /** @description In the order of the agreement. */
            shares: components["schemas"]["ShareView"][];
        };
        /** @description A version of an agreement. */
        VersionView: {
            /**
             * Format: uuid
             * @description The version.
             */
            id: string;
            /**
             * Format: uuid
             * @description Whose goods it splits.
             */
            grid_id: string;
            /**
             * Format: uuid
             * @description Only the pieces of this lot that are sold there; the grid's own agreement where there is none.
             */
            lot_id?: string | null;
            /**
             * Format: uuid
             * @description The owner that it was made for.
             */
            owner_id: string;
            /**
             * Format: date
             * @description Its first day.
             */
            effective_on: string;
            /** @description Whether it is approved and consented to. */
            is_agreed: boolean;
            /**
             * Format: uuid
             * @description The first signature.
             */
            proposed_by: string;
            /** @description When, RFC 3339. */
            proposed_at: string;
            /**
             * Format: uuid
             * @description The second signature.
             */
            approved_by?: string | null;
            /** @description When, RFC 3339. */
            approved_at?: string | null;
            /**
             * Format: uuid
             * @description Who logged the owner's consent.
             */
            consent_logged_by?: string | null;
            /** @description `self`, `guardian`, `paper` or `spoken`. */
            consent_manner?: string | null;
            /** @description When, RFC 3339. */
            consented_at?: string | null;
            /**
             * Format: uuid
             * @description Who withdrew it before it was agreed.
             */
            withdrawn_by?: string | null;
            /** @description When, RFC 3339. */
            withdrawn_at?: string | null;
        };
        /** @description A voucher. */
        VoucherView: {
            /** @description Its number. */
            number: string;
            /** @description What it was worth. */
            issued: string;
            /** @description What is left on it. */
            remaining: string;
            /**
             * Format: uuid
             * @description The sale or refund that issued it.
             */
            document_id: string;
            /** @description When, RFC 3339. */
            issued_at: string;
        };
        /** @description Payouts that wait for somebody. */
        WaitingPayouts: {
            /** @description Oldest first. */
            payouts: components["schemas"]["PayoutView"][];
        };
        /** @description What waits. */
        WaitingView: {
            /** @description For a decision, the oldest first; at most 50 of agreements and 50 of proposals. */
            asked: components["schemas"]["AskedView"][];
            /** @description On piles. */
            piles: components["schemas"]["PileView"][];
        };
        /** @description What a supporter wanted. */
        WishView: {
            /**
             * Format: uuid
             * @description Which.
             */
            id: string;
            /**
             * Format: uuid
             * @description The love shareholder.
             */
            supporter_id: string;
            /**
             * Format: uuid
             * @description A loan of theirs; their shares of sales where it is missing.
             */
            instrument_id?: string | null;
            /** @description `redonate`, `pay_out`, `waive` or `pay_back`. */
            wish: string;
            /** @description `self`, `paper` or `spoken`. */
            manner: string;
            /**
             * Format: uuid
             * @description Who logged it.
             */
            logged_by?: string | null;
            /**
             * Format: date-time
             * @description When.
             */
            logged_at: string;
        };
        /** @description What one person drafts and another agrees to. */
        Written: {
            /**
             * Format: date
             * @description The entry's day.
             */
            day: string;
            /** @description Its lines. */
            lines: components["schemas"]["WrittenLine"][];
            /** @description What it is about, for who agrees. */
            note?: string | null;
            /** @description The uploaded paper behind it. */
            paper?: string | null;
        };
        /** @description A line of an entry that a person writes: a debit or a credit. */
        WrittenLine: {
            /**
             * @description The account's code.
             * @example 102
             */
            account: string;
            /**
             * Format: uuid
             * @description Whose balance, where the account has one for each person.
             */
            person_id?: string | null;
            /**
             * Format: uuid
             * @description Of which agreement, where opening balances stand on an account of loans, supporters' capital or restricted gifts.
             */
            instrument_id?: string | null;
            debit?: components["schemas"]["Money"] | null;
            credit?: components["schemas"]["Money"] | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    list_accounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accounts"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    account_postings: {
        parameters: {
            query?: {
                /** @description Of this person or till only. */
                party?: string;
                /** @description From this day on. */
                from?: string;
                /** @description Up to this day. */
                to?: string;
                /** @description Oldest first where it is missing. */
                sort?: "-time" | "time";
                /** @description Rows a page, 1 to 200; 50 where it is missing. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_RegisterLine"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approve_agreement: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewApproval"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dry_run_agreement: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDryRun"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRunView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_agreement_versions: {
        parameters: {
            query?: {
                /** @description Rows a page, 1 to 200; 50 where it is missing. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                /** @description Of one grid only. */
                grid_id?: string;
                /** @description True: only those that wait for a second signature or for the owner's consent. */
                waiting?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_VersionInFull"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    propose_agreement: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAgreementVersion"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_agreement_version: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionInFull"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdraw_agreement: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWithdrawal"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    allocate: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAllocation"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_balances: {
        parameters: {
            query?: {
                /** @description Of this person only. */
                person_id?: string;
                /** @description Rows a page, 1 to 200; 50 where it is missing. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_BalanceView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decide_bank_account: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BankAccountDecision"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_bank_account: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BankAccountReading"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankAccountInFull"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_bank_accounts: {
        parameters: {
            query?: {
                /** @description Of this person only. */
                person_id?: string;
                /** @description Rows a page, 1 to 200; 50 where it is missing. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_BankAccountView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    propose_bank_account: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewBankAccount"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pay_bill: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillPayment"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    bank_cash: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfNobody"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_cash_movements: {
        parameters: {
            query?: {
                /** @description From this day on. */
                from?: string;
                /** @description Up to this day. */
                to?: string;
                /** @description Of this shift only. */
                shift_id?: string;
                /** @description Of this till only. */
                till_id?: string;
                /** @description Of this kind only. */
                movement?: string;
                /** @description Newest first where it is missing. */
                sort?: "-time" | "time";
                /** @description Rows a page, 1 to 200; 50 where it is missing. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_CashMovementView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    move_cash: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for the command; the document takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "actor": "0198a3f0-0000-7000-8000-000000000002",
                 *       "body": {
                 *         "amount": "50.00",
                 *         "movement": "pay_in"
                 *       },
                 *       "epoch": 1,
                 *       "occurred_at": "2026-06-30T01:00:00Z",
                 *       "prev_hash": "0000000000000000000000000000000000000000000000000000000000000000",
                 *       "seq": 1,
                 *       "till_id": "0198a3f0-0000-7000-8000-000000000001"
                 *     }
                 */
                "application/json": components["schemas"]["TillCommand_MoveCash"];
            };
        };
        responses: {
            /** @description Posted, with tasks if any */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostedFact"];
                };
            };
            /** @description Kept: early, or quarantined with the reason */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptFact"];
                };
            };
            /** @description Nothing is kept */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    consent: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewConsent"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decide_count: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CountDecision"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    return_deposit: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfPerson"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    take_deposit: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfPerson"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pass_donations_on: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfNobody"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_earnings: {
        parameters: {
            query?: {
                /** @description Whose; the sender's own where it is missing. */
                owner_id?: string;
                /** @description The day whose lines are wanted, and its month; today where it is missing. */
                day?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EarningsView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enrol_till: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Enrolment"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enrolled"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_entries: {
        parameters: {
            query?: {
                /** @description From this day on. */
                from?: string;
                /** @description Up to this day. */
                to?: string;
                /** @description Of this kind only, e.g. `sale`. */
                kind?: string;
                /** @description With a posting to this account. */
                account?: string;
                /** @description The entry of this number; nothing else matters then. */
                number?: number;
                /** @description Of this document only; nothing else but the number matters then. */
                document_id?: string;
                /** @description Oldest first where it is missing. */
                sort?: "-time" | "time";
                /** @description Rows a page, 1 to 200; 50 where it is missing. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_EntryView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_entry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    erase_person: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewErasure"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_face: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewFace"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    founding: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundingView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    found: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewFounding"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundedView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    propose_loss: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewGap"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    spend_gift: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GiftSpending"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_picture: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewGoodPicture"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_goods: {
        parameters: {
            query?: {
                /** @description A part of the name or of the barcode. */
                text?: string;
                /** @description Of one grid only. */
                grid_id?: string;
                /** @description Of one site only. */
                site_id?: string;
                /** @description As they were added where it is missing. */
                sort?: "added" | "-added" | "name" | "-name";
                /** @description Rows a page, 1 to 200; 50 where it is missing. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_GoodView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_good: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewGood"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    leave_goods: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewLot"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    preview_goods: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["List"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListPreview"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    import_goods: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["List"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    buy_goods: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPurchase"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receive_goods: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GoodsMove"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    take_goods_home: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GoodsMove"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_good: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodInFull"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stock_movements: {
        parameters: {
            query?: {
                /** @description Rows a page, 1 to 200; 50 where it is missing. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_StockMovement"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_grid_contract: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GridContractEnding"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_grid_contracts: {
        parameters: {
            query?: {
                /** @description Of this grid only. */
                grid_id?: string;
                /** @description Of this owner only. */
                owner_id?: string;
                /** @description Rows a page, 1 to 200; 50 where it is missing. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_GridContractView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_grid_contract: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewGridContract"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_grid_contract: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GridContractView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    give_grid: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewGridOwner"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_grid_page: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewGridPage"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_grid_wish: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GridWishEnding"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_grid_wishes: {
        parameters: {
            query?: {
                /** @description Rows a page, 1 to 200; 50 where it is missing. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_GridWishView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_grid_wish: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewGridWish"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_grids: {
        parameters: {
            query?: {
                /** @description A part of the code. */
                text?: string;
                /** @description Of one site only. */
                site_id?: string;
                /** @description By code where it is missing. */
                sort?: "name" | "-name";
                /** @description Rows a page, 1 to 200; 50 where it is missing. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_GridView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_grid: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewGrid"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_grid: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GridInFull"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_head: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeadView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    upload: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/jpeg": number[];
                "image/png": number[];
                "image/webp": number[];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptImage"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_instrument: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InstrumentEnding"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_instrument_paper: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewInstrumentPaper"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receive_from_supporter: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnderAgreement"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    give_back_to_supporter: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnderAgreement"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_instruments: {
        parameters: {
            query?: {
                /** @description Of this supporter only. */
                supporter_id?: string;
                /** @description Rows a page, 1 to 200; 50 where it is missing. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_InstrumentView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_instrument: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewInstrument"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_instrument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstrumentPage"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    instrument_events: {
        parameters: {
            query?: {
                /** @description Rows a page, 1 to 200; 50 where it is missing. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_OfficeEventView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    waive_loan: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoanWaiver"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewLogin"];
            };
        };
        responses: {
            /** @description They can sign in */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoginSet"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    appraise_lot: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewLot"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    propose_finding: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Found"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    give_pieces: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewGiving"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    miss_pieces: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewShortage"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_lots: {
        parameters: {
            query?: {
                /** @description Of this supporter only. */
                supporter_id?: string;
                /** @description Rows a page, 1 to 200; 50 where it is missing. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_LotView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    take_in_lot: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewInvoicedLot"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_lot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LotInFull"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    lot_movements: {
        parameters: {
            query?: {
                /** @description Rows a page, 1 to 200; 50 where it is missing. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_LotMovement"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    propose_manual_entry: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewManualEntry"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pay_member_capital: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfPerson"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdraw_member_capital: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfPerson"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    join: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMembership"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_nickname: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewNickname"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_office_events: {
        parameters: {
            query?: {
                /** @description From this day on. */
                from?: string;
                /** @description Up to this day. */
                to?: string;
                /** @description Of this kind only, e.g. `gift_received`. */
                kind?: string;
                /** @description Under this agreement only. */
                instrument_id?: string;
                /** @description Of this person only. */
                person_id?: string;
                /** @description Rows a page, 1 to 200; 50 where it is missing. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_OfficeEventView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_office_event: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfficeEventView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_open_items: {
        parameters: {
            query?: {
                /** @description Only what still needs somebody. */
                open?: boolean;
                /** @description Rows a page, 1 to 200; 50 where it is missing. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_OpenItemView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    propose_opening: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewOpening"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    upload_paper_bytes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/pdf": number[];
                "image/jpeg": number[];
                "image/png": number[];
                "image/webp": number[];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptPaper"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_paper: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                paper: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": number[];
                    "image/jpeg": number[];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replace_particulars: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangedParticulars"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPassword"];
            };
        };
        responses: {
            /** @description Changed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancel_payout: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OnePayout"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    co_sign_payout: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OnePayout"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirm_payout: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OnePayout"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    fail_payout: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PayoutFailure"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pay_payout: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OnePayout"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refuse_payout: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PayoutRefusal"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_payout_runs: {
        parameters: {
            query?: {
                /** @description Rows a page, 1 to 200; 50 where it is missing. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_PayoutRunView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    draft_payouts: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPayoutRun"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    preview_payouts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayoutPreview"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    payout_terms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayoutTermsView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_payout_terms: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPayoutTerms"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    transfer_file: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransferFileOrder"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_payouts: {
        parameters: {
            query?: {
                /** @description Of this run only. */
                run_id?: string;
                /** @description To this owner only. */
                owner_id?: string;
                /** @description Only those on their way: neither paid, refused nor taken back. */
                open?: boolean;
                /** @description Rows a page, 1 to 200; 50 where it is missing. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_PayoutView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    waiting_payouts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingPayouts"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_payout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayoutView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    payout_on_paper: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": number[];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_people: {
        parameters: {
            query?: {
                /** @description A part of the nickname or of the code. Real names are sealed: nobody can look for them. */
                text?: string;
                /**
                 * @description With this role today.
                 * @example stallholder
                 */
                role?: string;
                /** @description As they were added where it is missing; a name is a nickname. */
                sort?: "added" | "-added" | "name" | "-name";
                /** @description Rows a page, 1 to 200; 50 where it is missing. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_PersonView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_person: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPerson"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    preview_people: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["List"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListPreview"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    import_people: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["List"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_person: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_picture_pin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPicturePin"];
            };
        };
        responses: {
            /** @description Kept */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_pin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPin"];
            };
        };
        responses: {
            /** @description Kept */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_price: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPrice"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agree_to_proposal: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposalDecision"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reject_proposal: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposalDecision"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_proposals: {
        parameters: {
            query?: {
                /** @description Only what still needs somebody. */
                open?: boolean;
                /** @description Of this kind only. */
                kind?: string;
                /** @description Raised at this moment or later. */
                since?: string;
                /** @description Raised before this moment. */
                before?: string;
                /** @description Oldest first where it is missing. */
                sort?: "-time" | "time";
                /** @description Rows a page, 1 to 200; 50 where it is missing. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ProposalView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    view_proposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The proposal */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    settle_provider: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProviderSettlement"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_quarantine: {
        parameters: {
            query?: {
                /** @description Only what still needs somebody. */
                open?: boolean;
                /** @description Rows a page, 1 to 200; 50 where it is missing. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_QuarantinedView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    view_quarantined: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The command */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuarantinedWhole"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_readings: {
        parameters: {
            query?: {
                /** @description Rows a page, 1 to 200; 50 where it is missing. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                /** @description Of one person's name only. */
                person_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ReadingView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_particulars: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewReading"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParticularsView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refresh: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Refresh"];
            };
        };
        responses: {
            /** @description Signed in for longer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tokens"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    total_refunds: {
        parameters: {
            query?: {
                /** @description From this day on. */
                from?: string;
                /** @description Up to this day. */
                to?: string;
                /** @description Of this shift only. */
                shift_id?: string;
                /** @description Of this till only. */
                till_id?: string;
                /**
                 * @description Of this amount or more: what the customer got.
                 * @example 10.00
                 */
                at_least?: string;
                /**
                 * @description Of this amount or less.
                 * @example 20.00
                 */
                at_most?: string;
                /** @description For this reason only. */
                reason?: string;
                /** @description Newest first where it is missing. */
                sort?: "-time" | "time";
                /** @description Rows a page, 1 to 200; 50 where it is missing. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundTotals"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_refunds: {
        parameters: {
            query?: {
                /** @description From this day on. */
                from?: string;
                /** @description Up to this day. */
                to?: string;
                /** @description Of this shift only. */
                shift_id?: string;
                /** @description Of this till only. */
                till_id?: string;
                /**
                 * @description Of this amount or more: what the customer got.
                 * @example 10.00
                 */
                at_least?: string;
                /**
                 * @description Of this amount or less.
                 * @example 20.00
                 */
                at_most?: string;
                /** @description For this reason only. */
                reason?: string;
                /** @description Newest first where it is missing. */
                sort?: "-time" | "time";
                /** @description Rows a page, 1 to 200; 50 where it is missing. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_RefundHeading"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refund: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for the command; the document takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "actor": "0198a3f0-0000-7000-8000-000000000002",
                 *       "body": {
                 *         "lines": [
                 *           {
                 *             "line": 1,
                 *             "quantity": "1"
                 *           }
                 *         ],
                 *         "sale_id": "0198a3f0-0000-7000-8000-000000000004",
                 *         "tenders": [
                 *           {
                 *             "amount": "3.30",
                 *             "means": "cash"
                 *           }
                 *         ]
                 *       },
                 *       "epoch": 1,
                 *       "occurred_at": "2026-06-30T01:00:00Z",
                 *       "prev_hash": "0000000000000000000000000000000000000000000000000000000000000000",
                 *       "seq": 1,
                 *       "till_id": "0198a3f0-0000-7000-8000-000000000001"
                 *     }
                 */
                "application/json": components["schemas"]["TillCommand_NewRefund"];
            };
        };
        responses: {
            /** @description Posted, with tasks if any */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostedFact"];
                };
            };
            /** @description Kept: early, or quarantined with the reason */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptFact"];
                };
            };
            /** @description Nothing is kept */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_refund: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pay_rent: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfPerson"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_rent_runs: {
        parameters: {
            query?: {
                /** @description Rows a page, 1 to 200; 50 where it is missing. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_RentRunView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    run_rent: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRentRun"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    preview_rent: {
        parameters: {
            query: {
                /**
                 * @description Which.
                 * @example 2026-07
                 */
                month: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MonthsRentView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    waive_rent: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfPersonWithoutCash"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    propose_repair: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRepair"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    propose_reversal: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reversal"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reverse_entry: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reversal"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_role: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRoleEnding"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_role_grants: {
        parameters: {
            query?: {
                /** @description Rows a page, 1 to 200; 50 where it is missing. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                /** @description Of one person only. */
                person_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_RoleGrantView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    give_role: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRoleGrant"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    total_sales: {
        parameters: {
            query?: {
                /** @description From this day on. */
                from?: string;
                /** @description Up to this day. */
                to?: string;
                /** @description Sold at this moment or later. */
                since?: string;
                /** @description Sold before this moment. */
                before?: string;
                /** @description Of this shift only. */
                shift_id?: string;
                /** @description Of this till only. */
                till_id?: string;
                /** @description With a good of this grid. */
                grid_id?: string;
                /** @description With a part for this person: an owner or a supporter. A till is not told. */
                person_id?: string;
                /** @description Paid by this means, in whole or in part. */
                means?: string;
                /**
                 * @description Of this amount only: what the customer paid.
                 * @example 12.50
                 */
                total?: string;
                /**
                 * @description Of this amount or more.
                 * @example 10.00
                 */
                at_least?: string;
                /**
                 * @description Of this amount or less.
                 * @example 20.00
                 */
                at_most?: string;
                /** @description A receipt's number (单号) like `1-27`, or a part of a good's name. */
                text?: string;
                /** @description Newest first where it is missing. */
                sort?: "-time" | "time" | "-total" | "total";
                /** @description Rows a page, 1 to 200; 50 where it is missing. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SaleTotals"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_sales: {
        parameters: {
            query?: {
                /** @description From this day on. */
                from?: string;
                /** @description Up to this day. */
                to?: string;
                /** @description Sold at this moment or later. */
                since?: string;
                /** @description Sold before this moment. */
                before?: string;
                /** @description Of this shift only. */
                shift_id?: string;
                /** @description Of this till only. */
                till_id?: string;
                /** @description With a good of this grid. */
                grid_id?: string;
                /** @description With a part for this person: an owner or a supporter. A till is not told. */
                person_id?: string;
                /** @description Paid by this means, in whole or in part. */
                means?: string;
                /**
                 * @description Of this amount only: what the customer paid.
                 * @example 12.50
                 */
                total?: string;
                /**
                 * @description Of this amount or more.
                 * @example 10.00
                 */
                at_least?: string;
                /**
                 * @description Of this amount or less.
                 * @example 20.00
                 */
                at_most?: string;
                /** @description A receipt's number (单号) like `1-27`, or a part of a good's name. */
                text?: string;
                /** @description Newest first where it is missing. */
                sort?: "-time" | "time" | "-total" | "total";
                /** @description Rows a page, 1 to 200; 50 where it is missing. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_SaleInList"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sell: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for the command; the document takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "actor": "0198a3f0-0000-7000-8000-000000000002",
                 *       "body": {
                 *         "change": "3.40",
                 *         "lines": [
                 *           {
                 *             "grid_id": "0198a3f0-0000-7000-8000-000000000003",
                 *             "measure": "piece",
                 *             "name": "玉米",
                 *             "price": "3.30",
                 *             "quantity": "2"
                 *           }
                 *         ],
                 *         "tenders": [
                 *           {
                 *             "amount": "10.00",
                 *             "means": "cash"
                 *           }
                 *         ]
                 *       },
                 *       "epoch": 1,
                 *       "occurred_at": "2026-06-30T01:00:00Z",
                 *       "prev_hash": "0000000000000000000000000000000000000000000000000000000000000000",
                 *       "seq": 1,
                 *       "till_id": "0198a3f0-0000-7000-8000-000000000001"
                 *     }
                 */
                "application/json": components["schemas"]["TillCommand_NewSale"];
            };
        };
        responses: {
            /** @description Posted, with tasks if any */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostedFact"];
                };
            };
            /** @description Kept: early, or quarantined with the reason */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptFact"];
                };
            };
            /** @description Nothing is kept */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    quote: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuoteRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Quote"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_sale: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SaleView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receipt_as_pdf: {
        parameters: {
            query?: {
                /** @description Printed before: the paper says 重打. */
                reprint?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": number[];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receipt_as_text: {
        parameters: {
            query?: {
                width?: 58 | 80;
                /** @description Printed before: the paper says 重打. */
                reprint?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pay_share: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfPerson"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    redonate_share: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfPersonWithoutCash"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_shares: {
        parameters: {
            query?: {
                /** @description Whose; the sender's own where it is missing. */
                supporter_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharesView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_sharing: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSharingConsent"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    hide_sharing: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSharingWithdrawal"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    close_shift: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for the command; the document takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "actor": "0198a3f0-0000-7000-8000-000000000002",
                 *       "body": {
                 *         "count": [
                 *           {
                 *             "denomination": "100.00",
                 *             "pieces": 2
                 *           },
                 *           {
                 *             "denomination": "0.10",
                 *             "pieces": 33
                 *           }
                 *         ],
                 *         "last_seq": 2
                 *       },
                 *       "epoch": 1,
                 *       "occurred_at": "2026-06-30T01:00:00Z",
                 *       "prev_hash": "0000000000000000000000000000000000000000000000000000000000000000",
                 *       "seq": 1,
                 *       "till_id": "0198a3f0-0000-7000-8000-000000000001"
                 *     }
                 */
                "application/json": components["schemas"]["TillCommand_CloseShift"];
            };
        };
        responses: {
            /** @description Posted, with tasks if any */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostedFact"];
                };
            };
            /** @description Kept: early, or quarantined with the reason */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptFact"];
                };
            };
            /** @description Nothing is kept */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    open_shift: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for the command; the document takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "actor": "0198a3f0-0000-7000-8000-000000000002",
                 *       "body": {
                 *         "brought": "200.00",
                 *         "counted": "0.00"
                 *       },
                 *       "epoch": 1,
                 *       "occurred_at": "2026-06-30T01:00:00Z",
                 *       "prev_hash": "0000000000000000000000000000000000000000000000000000000000000000",
                 *       "seq": 1,
                 *       "till_id": "0198a3f0-0000-7000-8000-000000000001"
                 *     }
                 */
                "application/json": components["schemas"]["TillCommand_OpenShift"];
            };
        };
        responses: {
            /** @description Posted, with tasks if any */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostedFact"];
                };
            };
            /** @description Kept: early, or quarantined with the reason */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptFact"];
                };
            };
            /** @description Nothing is kept */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_shifts: {
        parameters: {
            query?: {
                /** @description From this day on. */
                from?: string;
                /** @description Up to this day. */
                to?: string;
                /** @description Of this till only. */
                till_id?: string;
                /** @description Rows a page, 1 to 200; 50 where it is missing. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ShiftHeading"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_shift: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShiftReport"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    shift_on_paper: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": number[];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approve_shortage: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShortageApproval"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sign_in: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description Signed in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tokens"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sign_out: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Refresh"];
            };
        };
        responses: {
            /** @description Signed out */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_door: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSiteDoor"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_site_rents: {
        parameters: {
            query?: {
                /** @description Rows a page, 1 to 200; 50 where it is missing. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_SiteRentView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_site_rent: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSiteRent"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_sites: {
        parameters: {
            query?: {
                /** @description A part of the name or of the address. */
                text?: string;
                /** @description By name where it is missing. */
                sort?: "name" | "-name";
                /** @description Rows a page, 1 to 200; 50 where it is missing. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_SiteView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_site: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSite"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_site: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SiteView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_statements: {
        parameters: {
            query?: {
                /** @description Of this owner only. */
                owner_id?: string;
                /** @description Rows a page, 1 to 200; 50 where it is missing. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_StatementView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    issue_statement: {
        parameters: {
            query?: never;
            header: {
                /** @description The statement takes it as its id */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewStatement"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    preview_statement: {
        parameters: {
            query: {
                /** @description Whose. */
                owner_id: string;
                /**
                 * @description Which.
                 * @example 2026-06
                 */
                month: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MonthView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    preview_statement_pdf: {
        parameters: {
            query: {
                /** @description Whose. */
                owner_id: string;
                /**
                 * @description Which.
                 * @example 2026-06
                 */
                month: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": number[];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_statement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatementView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    statement_lines: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MonthView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    statement_bytes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": number[];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_stock: {
        parameters: {
            query?: {
                /** @description Of this site only. */
                site_id?: string;
                /** @description Only what there is little of. */
                low?: boolean;
                /** @description Rows a page, 1 to 200; 50 where it is missing. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_StockView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_counts: {
        parameters: {
            query?: {
                /** @description Only those that wait for another person. */
                open?: boolean;
                /** @description Rows a page, 1 to 200; 50 where it is missing. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_CountView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    count_good: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCount"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_stock_level: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StockLevel"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_support_plans: {
        parameters: {
            query?: {
                /** @description Of this person only. */
                person_id?: string;
                /** @description Rows a page, 1 to 200; 50 where it is missing. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_SupportPlanView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_support_plan: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSupportPlan"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_wishes: {
        parameters: {
            query?: {
                /** @description Rows a page, 1 to 200; 50 where it is missing. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_WishView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    log_wish: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWish"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_takings: {
        parameters: {
            query: {
                /** @description From this day on. */
                from: string;
                /** @description Up to this day, at most a year later; by hour, a month. */
                to: string;
                /** @description How they are added up. */
                by: "day" | "hour" | "grid" | "till";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Takings"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    close_task: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskClosing"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_tasks: {
        parameters: {
            query?: {
                /** @description Only what still needs somebody. */
                open?: boolean;
                /** @description Of this kind only. */
                kind?: string;
                /** @description Raised at this moment or later. */
                since?: string;
                /** @description Raised before this moment. */
                before?: string;
                /** @description Oldest first where it is missing. */
                sort?: "-time" | "time";
                /** @description Rows a page, 1 to 200; 50 where it is missing. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_TaskView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    till_state: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TillState"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_till_code: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TillCode"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_early: {
        parameters: {
            query?: {
                /** @description Rows a page, 1 to 200; 50 where it is missing. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_EarlyView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revoke_till: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TillRevocation"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approve_at_till: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApprovalRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GivenApproval"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirm_payout_at_till: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmationAtTill"];
            };
        };
        responses: {
            /** @description Kept */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    payouts_at_till: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnerAtTill"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingPayouts"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    find_receipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SaleView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    check_seller: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SellerCheck"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SellerAnswer"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    till_shop: {
        parameters: {
            query?: {
                /** @description Goods a page, 1 to 5,000; 5,000 where it is missing. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TillShop"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_tills: {
        parameters: {
            query?: {
                /** @description A part of the name. */
                text?: string;
                /** @description At one site only. */
                site_id?: string;
                /** @description Only those that are let in, or only those that are not yet or no longer. */
                active?: boolean;
                /** @description By name where it is missing. */
                sort?: "name" | "-name";
                /** @description Rows a page, 1 to 200; 50 where it is missing. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_TillView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_till: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTill"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_day: {
        parameters: {
            query?: {
                /** @description The business day; today on the cooperative's clock where it is missing. */
                day?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DayView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    record_attendance: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAttendance"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    call_off_training: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrainingCancellation"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_minutes: {
        parameters: {
            query?: {
                /** @description Whose; one's own where it is missing. */
                person_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MinutesView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_trainings: {
        parameters: {
            query?: {
                /** @description That this person teaches, wanted to come to, or came to. */
                person_id?: string;
                /** @description Rows a page, 1 to 200; 50 where it is missing. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_TrainingView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    plan_training: {
        parameters: {
            query?: never;
            header: {
                /** @description The sender's own id for it; what is new takes it */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTraining"];
            };
        };
        responses: {
            /** @description Done; the same answer for every repeat */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description Nothing was changed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Send the same again */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_training: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingInFull"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    trial_balance: {
        parameters: {
            query?: {
                /** @description At the end of this day; everything posted so far where it is missing. */
                on?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrialBalance"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_balance_lines: {
        parameters: {
            query?: {
                /** @description From this day on. */
                from?: string;
                /** @description Up to this day. */
                to?: string;
                /** @description Rows a page, 1 to 200; 50 where it is missing. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_BalanceLine"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_vouchers: {
        parameters: {
            query?: {
                /** @description Only those with something left. */
                open?: boolean;
                /** @description Rows a page, 1 to 200; 50 where it is missing. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_VoucherView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_voucher: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VoucherView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_waiting: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingView"];
                };
            };
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
