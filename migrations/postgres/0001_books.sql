-- The books of cooperatives. `coop_id` comes first everywhere: nothing is shared between two cooperatives.
-- Money and counters are whole minor units and numbers; ids are made by the application; enums are text.

-- The cooperative, its head (number and hash of the last entry) and its running numbers.
CREATE TABLE coop (
    coop_id UUID NOT NULL PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    unit TEXT NOT NULL,
    exponent BIGINT NOT NULL,
    template TEXT NOT NULL,
    rounding_limit BIGINT NOT NULL,
    is_demo BOOLEAN NOT NULL,
    -- Which master key seals the names: another one cannot open them, and is not let in.
    key_mark TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE coop_head (
    coop_id UUID NOT NULL PRIMARY KEY REFERENCES coop (coop_id),
    number BIGINT NOT NULL,
    hash BYTEA NOT NULL,
    statements BIGINT NOT NULL
);

-- `open_to` says who may write on it beside the events of its own, `holder` whose balances it has.
CREATE TABLE account (
    coop_id UUID NOT NULL REFERENCES coop (coop_id),
    code TEXT NOT NULL,
    role TEXT,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    open_to TEXT NOT NULL,
    holder TEXT NOT NULL,
    PRIMARY KEY (coop_id, code)
);

-- People. Names and contacts are sealed in person_private; everything else holds ids only. `code` is a number on a list, no name.
CREATE TABLE person (
    coop_id UUID NOT NULL REFERENCES coop (coop_id),
    id UUID NOT NULL,
    code TEXT,
    kind TEXT NOT NULL,
    nickname TEXT COLLATE "C",
    face TEXT,
    joined_on DATE,
    support_plan TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (coop_id, id),
    UNIQUE (coop_id, code)
);

-- Somebody joined the cooperative: what lay on 21101 moved to 11401.
CREATE TABLE membership (
    coop_id UUID NOT NULL,
    id UUID NOT NULL,
    person_id UUID NOT NULL,
    joined_on DATE NOT NULL,
    moved_minor BIGINT NOT NULL,
    recorded_by UUID,
    recorded_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (coop_id, id),
    UNIQUE (coop_id, person_id),
    FOREIGN KEY (coop_id, person_id) REFERENCES person (coop_id, id)
);

CREATE TABLE person_private (
    coop_id UUID NOT NULL,
    person_id UUID NOT NULL,
    wrapped_key BYTEA NOT NULL,
    sealed BYTEA NOT NULL,
    PRIMARY KEY (coop_id, person_id),
    FOREIGN KEY (coop_id, person_id) REFERENCES person (coop_id, id)
);

CREATE TABLE person_read (
    coop_id UUID NOT NULL,
    id UUID NOT NULL,
    person_id UUID NOT NULL,
    reader_id UUID,
    purpose TEXT NOT NULL,
    read_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (coop_id, id)
);
CREATE INDEX person_read_by_person ON person_read (coop_id, person_id, read_at);

CREATE TABLE role_grant (
    coop_id UUID NOT NULL,
    id UUID NOT NULL,
    person_id UUID NOT NULL,
    role TEXT NOT NULL,
    ward_id UUID,
    granted_by UUID,
    granted_at TIMESTAMPTZ NOT NULL,
    ended_by UUID,
    ended_at TIMESTAMPTZ,
    PRIMARY KEY (coop_id, id),
    FOREIGN KEY (coop_id, person_id) REFERENCES person (coop_id, id)
);
CREATE INDEX role_grant_by_person ON role_grant (coop_id, person_id);

CREATE TABLE login (
    coop_id UUID NOT NULL,
    person_id UUID NOT NULL,
    name TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    set_by UUID,
    set_at TIMESTAMPTZ NOT NULL,
    own_since TIMESTAMPTZ,
    PRIMARY KEY (coop_id, person_id),
    UNIQUE (coop_id, name),
    FOREIGN KEY (coop_id, person_id) REFERENCES person (coop_id, id)
);

CREATE TABLE session (
    coop_id UUID NOT NULL,
    id UUID NOT NULL,
    person_id UUID NOT NULL,
    generation BIGINT NOT NULL,
    rotated_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL,
    ended_at TIMESTAMPTZ,
    PRIMARY KEY (coop_id, id),
    FOREIGN KEY (coop_id, person_id) REFERENCES person (coop_id, id)
);
CREATE INDEX session_by_person ON session (coop_id, person_id);

-- Failed attempts at a password, a PIN or an enrolment code: the more, the slower.
CREATE TABLE attempt (
    coop_id UUID NOT NULL,
    subject TEXT NOT NULL,
    failures BIGINT NOT NULL,
    last_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (coop_id, subject)
);

CREATE TABLE pin (
    coop_id UUID NOT NULL,
    person_id UUID NOT NULL,
    pin_hash TEXT NOT NULL,
    set_by UUID,
    PRIMARY KEY (coop_id, person_id),
    FOREIGN KEY (coop_id, person_id) REFERENCES person (coop_id, id)
);

-- Three of nine pictures, in any order, that say who stands at a till. They protect nothing: see docs/DECISIONS.md.
CREATE TABLE picture_pin (
    coop_id UUID NOT NULL,
    person_id UUID NOT NULL,
    pin_hash TEXT NOT NULL,
    set_by UUID,
    PRIMARY KEY (coop_id, person_id),
    FOREIGN KEY (coop_id, person_id) REFERENCES person (coop_id, id)
);

-- The shop.
CREATE TABLE site (
    coop_id UUID NOT NULL REFERENCES coop (coop_id),
    id UUID NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    address TEXT,
    opening TEXT,
    created_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (coop_id, id),
    UNIQUE (coop_id, name)
);

CREATE TABLE grid (
    coop_id UUID NOT NULL,
    id UUID NOT NULL,
    site_id UUID NOT NULL,
    code TEXT COLLATE "C" NOT NULL,
    -- Its place at the site, from 1, for ever: it is found by its number and colour.
    number BIGINT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (coop_id, id),
    UNIQUE (coop_id, code),
    FOREIGN KEY (coop_id, site_id) REFERENCES site (coop_id, id)
);

CREATE TABLE grid_owner (
    coop_id UUID NOT NULL,
    grid_id UUID NOT NULL,
    from_day DATE NOT NULL,
    owner_id UUID NOT NULL,
    PRIMARY KEY (coop_id, grid_id, from_day),
    FOREIGN KEY (coop_id, grid_id) REFERENCES grid (coop_id, id),
    FOREIGN KEY (coop_id, owner_id) REFERENCES person (coop_id, id)
);
CREATE INDEX grid_owner_by_owner ON grid_owner (coop_id, owner_id);

-- What a grid's owner lets the shop's pages tell. Nothing is public until somebody says so; a new owner says it anew.
CREATE TABLE grid_page (
    coop_id UUID NOT NULL,
    grid_id UUID NOT NULL,
    owner_id UUID NOT NULL,
    story TEXT,
    published BOOLEAN NOT NULL,
    set_by UUID,
    set_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (coop_id, grid_id, owner_id),
    FOREIGN KEY (coop_id, grid_id) REFERENCES grid (coop_id, id),
    FOREIGN KEY (coop_id, owner_id) REFERENCES person (coop_id, id)
);

-- An owner agrees that the shop's pages show how their sales are shared, and may take it back.
CREATE TABLE sharing_consent (
    coop_id UUID NOT NULL,
    id UUID NOT NULL,
    grid_id UUID NOT NULL,
    owner_id UUID NOT NULL,
    manner TEXT NOT NULL,
    logged_by UUID,
    logged_at TIMESTAMPTZ NOT NULL,
    withdrawn_by UUID,
    withdrawn_at TIMESTAMPTZ,
    PRIMARY KEY (coop_id, id),
    FOREIGN KEY (coop_id, grid_id) REFERENCES grid (coop_id, id),
    FOREIGN KEY (coop_id, owner_id) REFERENCES person (coop_id, id)
);
CREATE INDEX sharing_consent_by_grid ON sharing_consent (coop_id, grid_id, owner_id);

-- Uploaded pictures, made small, named by the hash of their bytes.
CREATE TABLE image (
    coop_id UUID NOT NULL REFERENCES coop (coop_id),
    hash BYTEA NOT NULL,
    bytes BYTEA NOT NULL,
    tile BYTEA NOT NULL,
    uploaded_by UUID,
    uploaded_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (coop_id, hash)
);

-- Uploaded papers, named by the hash of their bytes: invoices, agreements, minutes.
CREATE TABLE paper (
    coop_id UUID NOT NULL REFERENCES coop (coop_id),
    hash BYTEA NOT NULL,
    media TEXT NOT NULL,
    bytes BYTEA NOT NULL,
    uploaded_by UUID,
    uploaded_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (coop_id, hash)
);

-- Who gets what of a sale.
-- What a love shareholder and the cooperative agreed. `cap_minor` is what may come in, in all; `received_minor` and `used_minor` are
-- what came in and what went out of it, `goods_minor` what of it lies in lots and is no money to be spent; kept by the writer.
CREATE TABLE instrument (
    coop_id UUID NOT NULL,
    id UUID NOT NULL,
    supporter_id UUID NOT NULL,
    kind TEXT NOT NULL,
    purpose TEXT,
    is_long BOOLEAN NOT NULL,
    cap_minor BIGINT,
    begins_on DATE NOT NULL,
    ends_on DATE,
    received_minor BIGINT NOT NULL,
    used_minor BIGINT NOT NULL,
    goods_minor BIGINT NOT NULL,
    added_by UUID,
    created_at TIMESTAMPTZ NOT NULL,
    ended_by UUID,
    ended_at TIMESTAMPTZ,
    PRIMARY KEY (coop_id, id),
    FOREIGN KEY (coop_id, supporter_id) REFERENCES person (coop_id, id)
);
CREATE INDEX instrument_by_supporter ON instrument (coop_id, supporter_id, id);

-- When a loan is paid back.
CREATE TABLE instalment (
    coop_id UUID NOT NULL,
    instrument_id UUID NOT NULL,
    place BIGINT NOT NULL,
    due_on DATE NOT NULL,
    amount_minor BIGINT NOT NULL,
    PRIMARY KEY (coop_id, instrument_id, place),
    FOREIGN KEY (coop_id, instrument_id) REFERENCES instrument (coop_id, id)
);

-- The papers of an agreement.
CREATE TABLE instrument_paper (
    coop_id UUID NOT NULL,
    id UUID NOT NULL,
    instrument_id UUID NOT NULL,
    paper_hash BYTEA NOT NULL,
    added_by UUID,
    added_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (coop_id, id),
    UNIQUE (coop_id, instrument_id, paper_hash),
    FOREIGN KEY (coop_id, instrument_id) REFERENCES instrument (coop_id, id),
    FOREIGN KEY (coop_id, paper_hash) REFERENCES paper (coop_id, hash)
);

-- What a supporter wants done from now on: of a loan, or of their shares of sales. The last word counts.
CREATE TABLE supporter_wish (
    coop_id UUID NOT NULL,
    id UUID NOT NULL,
    supporter_id UUID NOT NULL,
    instrument_id UUID,
    wish TEXT NOT NULL,
    manner TEXT NOT NULL,
    logged_by UUID,
    logged_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (coop_id, id),
    FOREIGN KEY (coop_id, supporter_id) REFERENCES person (coop_id, id),
    FOREIGN KEY (coop_id, instrument_id) REFERENCES instrument (coop_id, id)
);
CREATE INDEX supporter_wish_by_supporter ON supporter_wish (coop_id, supporter_id, logged_at, id);

-- Goods that are not an owner's: given by a supporter (`donated`), a supporter's own until they are sold (`at_cost`), or bought (`own`).
-- `value_minor` is the agreed value or cost of a piece. `sold`, `given` and `lost` are pieces, kept by the writer.
CREATE TABLE lot (
    coop_id UUID NOT NULL REFERENCES coop (coop_id),
    id UUID NOT NULL,
    nature TEXT NOT NULL,
    name TEXT NOT NULL,
    day DATE NOT NULL,
    supporter_id UUID,
    instrument_id UUID,
    is_restricted BOOLEAN NOT NULL,
    value_minor BIGINT NOT NULL,
    received BIGINT NOT NULL,
    basis TEXT NOT NULL,
    paper_hash BYTEA,
    appraised_by UUID,
    also_appraised_by UUID,
    through TEXT,
    made_by UUID,
    made_at TIMESTAMPTZ NOT NULL,
    sold BIGINT NOT NULL,
    given BIGINT NOT NULL,
    lost BIGINT NOT NULL,
    PRIMARY KEY (coop_id, id),
    FOREIGN KEY (coop_id, supporter_id) REFERENCES person (coop_id, id),
    FOREIGN KEY (coop_id, instrument_id) REFERENCES instrument (coop_id, id),
    FOREIGN KEY (coop_id, paper_hash) REFERENCES paper (coop_id, hash)
);
CREATE INDEX lot_by_supporter ON lot (coop_id, supporter_id, id);
CREATE INDEX lot_by_instrument ON lot (coop_id, instrument_id, id);

-- What became of pieces otherwise than by a sale: given away, missing, found again. `of_id` is the shortage that somebody else approved.
CREATE TABLE lot_event (
    coop_id UUID NOT NULL,
    id UUID NOT NULL,
    kind TEXT NOT NULL,
    day DATE NOT NULL,
    lot_id UUID NOT NULL,
    pieces BIGINT NOT NULL,
    person_id UUID,
    of_id UUID,
    made_by UUID,
    made_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (coop_id, id),
    UNIQUE (coop_id, of_id),
    FOREIGN KEY (coop_id, lot_id) REFERENCES lot (coop_id, id),
    FOREIGN KEY (coop_id, person_id) REFERENCES person (coop_id, id),
    FOREIGN KEY (coop_id, of_id) REFERENCES lot_event (coop_id, id)
);
CREATE INDEX lot_event_by_lot ON lot_event (coop_id, lot_id, day, id);

-- A training: planned with whoever wants to learn, then given once, or called off.
CREATE TABLE training (
    coop_id UUID NOT NULL REFERENCES coop (coop_id),
    id UUID NOT NULL,
    trainer_id UUID NOT NULL,
    instrument_id UUID,
    day DATE NOT NULL,
    minutes BIGINT NOT NULL,
    place TEXT NOT NULL,
    curriculum TEXT NOT NULL,
    planned_by UUID,
    planned_at TIMESTAMPTZ NOT NULL,
    called_off_by UUID,
    called_off_at TIMESTAMPTZ,
    PRIMARY KEY (coop_id, id),
    FOREIGN KEY (coop_id, trainer_id) REFERENCES person (coop_id, id),
    FOREIGN KEY (coop_id, instrument_id) REFERENCES instrument (coop_id, id)
);
CREATE INDEX training_by_day ON training (coop_id, day, id);

CREATE TABLE training_learner (
    coop_id UUID NOT NULL,
    training_id UUID NOT NULL,
    person_id UUID NOT NULL,
    PRIMARY KEY (coop_id, training_id, person_id),
    FOREIGN KEY (coop_id, training_id) REFERENCES training (coop_id, id),
    FOREIGN KEY (coop_id, person_id) REFERENCES person (coop_id, id)
);
CREATE INDEX training_learner_by_person ON training_learner (coop_id, person_id, training_id);

CREATE TABLE training_given (
    coop_id UUID NOT NULL,
    id UUID NOT NULL,
    training_id UUID NOT NULL,
    minutes BIGINT NOT NULL,
    made_by UUID,
    made_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (coop_id, id),
    UNIQUE (coop_id, training_id),
    FOREIGN KEY (coop_id, training_id) REFERENCES training (coop_id, id)
);

CREATE TABLE training_attendance (
    coop_id UUID NOT NULL,
    training_id UUID NOT NULL,
    place BIGINT NOT NULL,
    person_id UUID NOT NULL,
    PRIMARY KEY (coop_id, training_id, place),
    UNIQUE (coop_id, training_id, person_id),
    FOREIGN KEY (coop_id, training_id) REFERENCES training (coop_id, id),
    FOREIGN KEY (coop_id, person_id) REFERENCES person (coop_id, id)
);
CREATE INDEX training_attendance_by_person ON training_attendance (coop_id, person_id, training_id);

CREATE TABLE good (
    coop_id UUID NOT NULL,
    id UUID NOT NULL,
    grid_id UUID NOT NULL,
    -- Of which lot its pieces are; an owner's own where there is none.
    lot_id UUID,
    name TEXT COLLATE "C" NOT NULL,
    measure TEXT NOT NULL,
    barcode TEXT,
    -- Its picture: a drawing of the library, or an upload.
    drawing TEXT,
    image_hash BYTEA,
    created_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (coop_id, id),
    UNIQUE (coop_id, barcode),
    UNIQUE (coop_id, grid_id, name),
    FOREIGN KEY (coop_id, grid_id) REFERENCES grid (coop_id, id),
    FOREIGN KEY (coop_id, lot_id) REFERENCES lot (coop_id, id),
    FOREIGN KEY (coop_id, image_hash) REFERENCES image (coop_id, hash)
);
CREATE INDEX good_by_name ON good (coop_id, name, id);

CREATE TABLE good_price (
    coop_id UUID NOT NULL,
    id UUID NOT NULL,
    good_id UUID NOT NULL,
    place BIGINT NOT NULL,
    price_minor BIGINT NOT NULL,
    set_by UUID,
    set_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (coop_id, id),
    UNIQUE (coop_id, good_id, place),
    FOREIGN KEY (coop_id, good_id) REFERENCES good (coop_id, id)
);

-- What lies at a grid of a good whose pieces are counted, from its first receipt on; kept by the writer. Below zero where a till sold
-- what the book does not have. At `low_milli` and below its owner is told to bring more.
CREATE TABLE stock (
    coop_id UUID NOT NULL,
    good_id UUID NOT NULL,
    on_hand_milli BIGINT NOT NULL,
    low_milli BIGINT,
    PRIMARY KEY (coop_id, good_id),
    FOREIGN KEY (coop_id, good_id) REFERENCES good (coop_id, id)
);

-- The stock book: what came and went, in thousandths, above zero where it came. `document_id` is the sale, refund, count or request.
CREATE TABLE stock_movement (
    coop_id UUID NOT NULL,
    document_id UUID NOT NULL,
    place BIGINT NOT NULL,
    good_id UUID NOT NULL,
    kind TEXT NOT NULL,
    milli BIGINT NOT NULL,
    day DATE NOT NULL,
    made_by UUID,
    made_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (coop_id, document_id, place),
    FOREIGN KEY (coop_id, good_id) REFERENCES good (coop_id, id)
);
CREATE INDEX stock_movement_by_good ON stock_movement (coop_id, good_id, made_at, document_id, place);

-- Somebody counted a good: what the book had, and what was there.
CREATE TABLE stock_count (
    coop_id UUID NOT NULL,
    id UUID NOT NULL,
    good_id UUID NOT NULL,
    expected_milli BIGINT NOT NULL,
    counted_milli BIGINT NOT NULL,
    day DATE NOT NULL,
    counted_by UUID NOT NULL,
    counted_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (coop_id, id),
    FOREIGN KEY (coop_id, good_id) REFERENCES good (coop_id, id)
);
CREATE INDEX stock_count_by_age ON stock_count (coop_id, counted_at, id);
CREATE INDEX stock_count_by_good ON stock_count (coop_id, good_id, counted_at);

-- Another person decided what a count's difference is. Where the shop is liable for what is gone, its owner is credited `amount`: `percent_e6`
-- of `base`, the share that they had on the day.
CREATE TABLE stock_decision (
    coop_id UUID NOT NULL,
    id UUID NOT NULL,
    count_id UUID NOT NULL,
    outcome TEXT NOT NULL,
    day DATE NOT NULL,
    good_id UUID NOT NULL,
    milli BIGINT NOT NULL,
    owner_id UUID,
    base BIGINT NOT NULL,
    percent_e6 BIGINT NOT NULL,
    amount BIGINT NOT NULL,
    made_by UUID NOT NULL,
    made_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (coop_id, id),
    UNIQUE (coop_id, count_id),
    FOREIGN KEY (coop_id, count_id) REFERENCES stock_count (coop_id, id),
    FOREIGN KEY (coop_id, owner_id) REFERENCES person (coop_id, id)
);

CREATE TABLE agreement_version (
    coop_id UUID NOT NULL,
    id UUID NOT NULL,
    grid_id UUID NOT NULL,
    lot_id UUID,
    effective_on DATE NOT NULL,
    proposed_by UUID NOT NULL,
    proposed_at TIMESTAMPTZ NOT NULL,
    approved_by UUID,
    approved_at TIMESTAMPTZ,
    consent_logged_by UUID,
    consent_manner TEXT,
    consented_at TIMESTAMPTZ,
    withdrawn_by UUID,
    withdrawn_at TIMESTAMPTZ,
    PRIMARY KEY (coop_id, id),
    FOREIGN KEY (coop_id, grid_id) REFERENCES grid (coop_id, id),
    FOREIGN KEY (coop_id, lot_id) REFERENCES lot (coop_id, id)
);
CREATE INDEX agreement_version_by_grid ON agreement_version (coop_id, grid_id, effective_on);

CREATE TABLE agreement_share (
    coop_id UUID NOT NULL,
    version_id UUID NOT NULL,
    place BIGINT NOT NULL,
    party TEXT NOT NULL,
    person_id UUID,
    percent_e6 BIGINT NOT NULL,
    instrument_id UUID,
    fallback BIGINT NOT NULL,
    PRIMARY KEY (coop_id, version_id, place),
    FOREIGN KEY (coop_id, version_id) REFERENCES agreement_version (coop_id, id),
    FOREIGN KEY (coop_id, person_id) REFERENCES person (coop_id, id),
    FOREIGN KEY (coop_id, instrument_id) REFERENCES instrument (coop_id, id)
);

-- What rounding still owes to each party, in 10^-8 fen. The one part of an agreement that moves.
CREATE TABLE agreement_carry (
    coop_id UUID NOT NULL,
    version_id UUID NOT NULL,
    place BIGINT NOT NULL,
    carry_e8 BIGINT NOT NULL,
    PRIMARY KEY (coop_id, version_id, place),
    FOREIGN KEY (coop_id, version_id, place) REFERENCES agreement_share (coop_id, version_id, place)
);

-- Tills, and what they report.
CREATE TABLE till (
    coop_id UUID NOT NULL,
    id UUID NOT NULL,
    site_id UUID NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    epoch BIGINT NOT NULL,
    open_shift_id UUID,
    last_close DATE,
    created_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (coop_id, id),
    UNIQUE (coop_id, name),
    FOREIGN KEY (coop_id, site_id) REFERENCES site (coop_id, id)
);

CREATE TABLE till_code (
    coop_id UUID NOT NULL,
    till_id UUID NOT NULL,
    code_hash BYTEA NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (coop_id, till_id),
    FOREIGN KEY (coop_id, till_id) REFERENCES till (coop_id, id)
);

CREATE TABLE till_epoch (
    coop_id UUID NOT NULL,
    till_id UUID NOT NULL,
    epoch BIGINT NOT NULL,
    token_hash BYTEA NOT NULL,
    next_seq BIGINT NOT NULL,
    last_hash BYTEA NOT NULL,
    enrolled_at TIMESTAMPTZ NOT NULL,
    revoked_at TIMESTAMPTZ,
    PRIMARY KEY (coop_id, till_id, epoch),
    FOREIGN KEY (coop_id, till_id) REFERENCES till (coop_id, id)
);

CREATE TABLE till_inbox (
    coop_id UUID NOT NULL,
    till_id UUID NOT NULL,
    epoch BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    command_id UUID NOT NULL,
    kind TEXT NOT NULL,
    body BYTEA NOT NULL,
    body_hash BYTEA NOT NULL,
    received_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (coop_id, till_id, epoch, seq, command_id),
    UNIQUE (coop_id, command_id),
    FOREIGN KEY (coop_id, till_id, epoch) REFERENCES till_epoch (coop_id, till_id, epoch)
);

-- What nobody could post. `counted_in` is the opening whose count held its cash already.
CREATE TABLE quarantine (
    coop_id UUID NOT NULL,
    command_id UUID NOT NULL,
    till_id UUID NOT NULL,
    epoch BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    shift_id UUID,
    counted_in UUID,
    kind TEXT NOT NULL,
    body BYTEA NOT NULL,
    reason TEXT NOT NULL,
    detail TEXT NOT NULL,
    cash_minor BIGINT NOT NULL,
    received_at TIMESTAMPTZ NOT NULL,
    outcome TEXT,
    repaired_by UUID,
    PRIMARY KEY (coop_id, command_id),
    FOREIGN KEY (coop_id, till_id, epoch) REFERENCES till_epoch (coop_id, till_id, epoch)
);
CREATE INDEX quarantine_by_till ON quarantine (coop_id, till_id, command_id);
CREATE INDEX quarantine_by_age ON quarantine (coop_id, received_at, command_id);
CREATE INDEX quarantine_open ON quarantine (coop_id, outcome, received_at);

-- What needs a second person.
CREATE TABLE proposal (
    coop_id UUID NOT NULL,
    id UUID NOT NULL,
    kind TEXT NOT NULL,
    subject_id UUID NOT NULL,
    payload TEXT NOT NULL,
    proposed_by UUID NOT NULL,
    proposed_at TIMESTAMPTZ NOT NULL,
    decided_by UUID,
    decided_at TIMESTAMPTZ,
    outcome TEXT,
    PRIMARY KEY (coop_id, id)
);
CREATE INDEX proposal_by_subject ON proposal (coop_id, subject_id);
CREATE INDEX proposal_by_age ON proposal (coop_id, proposed_at, id);
CREATE INDEX proposal_open ON proposal (coop_id, outcome, proposed_at, id);

CREATE TABLE approval (
    coop_id UUID NOT NULL,
    id UUID NOT NULL,
    till_id UUID NOT NULL,
    helper_id UUID NOT NULL,
    given_at TIMESTAMPTZ NOT NULL,
    used_by UUID,
    PRIMARY KEY (coop_id, id),
    FOREIGN KEY (coop_id, till_id) REFERENCES till (coop_id, id),
    FOREIGN KEY (coop_id, helper_id) REFERENCES person (coop_id, id)
);

-- One command id, one effect, for ever.
CREATE TABLE command (
    coop_id UUID NOT NULL,
    id UUID NOT NULL,
    kind TEXT NOT NULL,
    sender_kind TEXT NOT NULL,
    sender_id UUID NOT NULL,
    body_hash BYTEA NOT NULL,
    outcome TEXT NOT NULL,
    document_id UUID,
    entry_number BIGINT,
    day DATE,
    received_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (coop_id, id)
);

-- The journal.
CREATE TABLE entry (
    coop_id UUID NOT NULL REFERENCES coop (coop_id),
    number BIGINT NOT NULL,
    day DATE NOT NULL,
    document_day DATE NOT NULL,
    kind TEXT NOT NULL,
    document_id UUID NOT NULL,
    document_hash BYTEA NOT NULL,
    command_id UUID NOT NULL,
    memo TEXT NOT NULL,
    reverses BIGINT,
    previous_hash BYTEA NOT NULL,
    hash BYTEA NOT NULL,
    posted_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (coop_id, number),
    UNIQUE (coop_id, command_id)
);
CREATE INDEX entry_by_document ON entry (coop_id, document_id, number);
CREATE INDEX entry_by_day ON entry (coop_id, day, number);

CREATE TABLE posting (
    coop_id UUID NOT NULL,
    number BIGINT NOT NULL,
    place BIGINT NOT NULL,
    account TEXT NOT NULL,
    party UUID,
    unit TEXT NOT NULL,
    amount_minor BIGINT NOT NULL,
    day DATE NOT NULL,
    PRIMARY KEY (coop_id, number, place),
    FOREIGN KEY (coop_id, number) REFERENCES entry (coop_id, number),
    FOREIGN KEY (coop_id, account) REFERENCES account (coop_id, code)
);
CREATE INDEX posting_by_party ON posting (coop_id, party, day, number);
CREATE INDEX posting_by_account ON posting (coop_id, account, day, number);

-- Kept by the writer: one row per month ('2026-06') and one for all time (''). The nil id stands for "no party".
CREATE TABLE balance (
    coop_id UUID NOT NULL,
    account TEXT NOT NULL,
    party UUID NOT NULL,
    unit TEXT NOT NULL,
    month TEXT NOT NULL,
    debit_minor BIGINT NOT NULL,
    credit_minor BIGINT NOT NULL,
    PRIMARY KEY (coop_id, month, account, party, unit)
);

-- Documents of the till. `occurred_at` is the till's clock corrected by its own offset, `received_at` ours.
CREATE TABLE shift (
    coop_id UUID NOT NULL,
    id UUID NOT NULL,
    till_id UUID NOT NULL,
    epoch BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    business_date DATE NOT NULL,
    occurred_at TIMESTAMPTZ NOT NULL,
    received_at TIMESTAMPTZ NOT NULL,
    actor_id UUID NOT NULL,
    counted BIGINT NOT NULL,
    brought BIGINT NOT NULL,
    difference BIGINT NOT NULL,
    PRIMARY KEY (coop_id, id),
    FOREIGN KEY (coop_id, till_id) REFERENCES till (coop_id, id)
);
CREATE INDEX shift_by_till ON shift (coop_id, till_id, business_date);
CREATE INDEX shift_by_day ON shift (coop_id, business_date, received_at, id);

-- `head_number` and `head_hash`: where the books stood, as the Z report prints it.
CREATE TABLE shift_close (
    coop_id UUID NOT NULL,
    shift_id UUID NOT NULL,
    id UUID NOT NULL,
    epoch BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    occurred_at TIMESTAMPTZ NOT NULL,
    received_at TIMESTAMPTZ NOT NULL,
    actor_id UUID NOT NULL,
    expected BIGINT NOT NULL,
    counted BIGINT NOT NULL,
    waiting BIGINT NOT NULL,
    difference BIGINT NOT NULL,
    head_number BIGINT NOT NULL,
    head_hash BYTEA NOT NULL,
    PRIMARY KEY (coop_id, shift_id),
    UNIQUE (coop_id, id),
    FOREIGN KEY (coop_id, shift_id) REFERENCES shift (coop_id, id)
);

-- Notes and coins, of an opening or a closing.
CREATE TABLE cash_count (
    coop_id UUID NOT NULL,
    document_id UUID NOT NULL,
    denomination BIGINT NOT NULL,
    pieces BIGINT NOT NULL,
    PRIMARY KEY (coop_id, document_id, denomination)
);

CREATE TABLE cash_movement (
    coop_id UUID NOT NULL,
    id UUID NOT NULL,
    till_id UUID NOT NULL,
    epoch BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    shift_id UUID NOT NULL,
    business_date DATE NOT NULL,
    occurred_at TIMESTAMPTZ NOT NULL,
    received_at TIMESTAMPTZ NOT NULL,
    actor_id UUID NOT NULL,
    movement TEXT NOT NULL,
    amount BIGINT NOT NULL,
    reason TEXT,
    PRIMARY KEY (coop_id, id),
    FOREIGN KEY (coop_id, shift_id) REFERENCES shift (coop_id, id)
);
CREATE INDEX cash_movement_by_shift ON cash_movement (coop_id, shift_id);
CREATE INDEX cash_movement_by_day ON cash_movement (coop_id, business_date, received_at, id);

CREATE TABLE sale (
    coop_id UUID NOT NULL,
    id UUID NOT NULL,
    till_id UUID NOT NULL,
    epoch BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    shift_id UUID NOT NULL,
    business_date DATE NOT NULL,
    occurred_at TIMESTAMPTZ NOT NULL,
    received_at TIMESTAMPTZ NOT NULL,
    actor_id UUID NOT NULL,
    receipt_token TEXT,
    change_given BIGINT NOT NULL,
    rounding_off BIGINT NOT NULL,
    donation BIGINT NOT NULL,
    total BIGINT NOT NULL,
    PRIMARY KEY (coop_id, id),
    FOREIGN KEY (coop_id, shift_id) REFERENCES shift (coop_id, id)
);
CREATE INDEX sale_by_shift ON sale (coop_id, shift_id);
CREATE INDEX sale_by_day ON sale (coop_id, business_date, received_at, id);
CREATE INDEX sale_by_receipt ON sale (coop_id, receipt_token);

CREATE TABLE sale_line (
    coop_id UUID NOT NULL,
    sale_id UUID NOT NULL,
    line BIGINT NOT NULL,
    grid_id UUID,
    good_id UUID,
    voucher TEXT,
    name TEXT NOT NULL,
    measure TEXT NOT NULL,
    quantity_milli BIGINT NOT NULL,
    price BIGINT NOT NULL,
    gross BIGINT NOT NULL,
    owner_discount BIGINT NOT NULL,
    base BIGINT NOT NULL,
    line_discount BIGINT NOT NULL,
    order_discount BIGINT NOT NULL,
    rounding BIGINT NOT NULL,
    version_id UUID,
    -- Of which lot its pieces were, and what of its base was a supporter's cost.
    lot_id UUID,
    cost BIGINT NOT NULL,
    PRIMARY KEY (coop_id, sale_id, line),
    FOREIGN KEY (coop_id, sale_id) REFERENCES sale (coop_id, id)
);
CREATE INDEX sale_line_by_lot ON sale_line (coop_id, lot_id, sale_id);

CREATE TABLE sale_part (
    coop_id UUID NOT NULL,
    sale_id UUID NOT NULL,
    line BIGINT NOT NULL,
    place BIGINT NOT NULL,
    party TEXT NOT NULL,
    person_id UUID,
    percent_e6 BIGINT NOT NULL,
    instrument_id UUID,
    fallback BIGINT NOT NULL,
    uncapped BIGINT NOT NULL,
    moved BIGINT NOT NULL,
    PRIMARY KEY (coop_id, sale_id, line, place),
    FOREIGN KEY (coop_id, sale_id, line) REFERENCES sale_line (coop_id, sale_id, line)
);

-- Payments of a sale (in) or a refund (out).
CREATE TABLE tender (
    coop_id UUID NOT NULL,
    document_id UUID NOT NULL,
    place BIGINT NOT NULL,
    means TEXT NOT NULL,
    voucher TEXT,
    amount BIGINT NOT NULL,
    PRIMARY KEY (coop_id, document_id, place)
);

CREATE TABLE refund (
    coop_id UUID NOT NULL,
    id UUID NOT NULL,
    till_id UUID NOT NULL,
    epoch BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    shift_id UUID NOT NULL,
    business_date DATE NOT NULL,
    occurred_at TIMESTAMPTZ NOT NULL,
    received_at TIMESTAMPTZ NOT NULL,
    actor_id UUID NOT NULL,
    sale_id UUID,
    approved_by UUID,
    donation BIGINT NOT NULL,
    paid BIGINT NOT NULL,
    reason TEXT,
    PRIMARY KEY (coop_id, id),
    FOREIGN KEY (coop_id, shift_id) REFERENCES shift (coop_id, id),
    FOREIGN KEY (coop_id, sale_id) REFERENCES sale (coop_id, id)
);
CREATE INDEX refund_by_shift ON refund (coop_id, shift_id);
CREATE INDEX refund_by_day ON refund (coop_id, business_date, received_at, id);
CREATE INDEX refund_by_sale ON refund (coop_id, sale_id);

-- What came back of a sale's line: by a refund, or by allocating one. `restocked` are pieces that went back on the shelf.
CREATE TABLE returned_line (
    coop_id UUID NOT NULL,
    document_id UUID NOT NULL,
    place BIGINT NOT NULL,
    sale_id UUID NOT NULL,
    line BIGINT NOT NULL,
    milli BIGINT NOT NULL,
    amount BIGINT NOT NULL,
    borne BIGINT NOT NULL,
    cost BIGINT NOT NULL,
    restocked BIGINT NOT NULL,
    PRIMARY KEY (coop_id, document_id, place),
    FOREIGN KEY (coop_id, sale_id, line) REFERENCES sale_line (coop_id, sale_id, line)
);
CREATE INDEX returned_line_by_sale ON returned_line (coop_id, sale_id, line);

CREATE TABLE returned_part (
    coop_id UUID NOT NULL,
    document_id UUID NOT NULL,
    line_place BIGINT NOT NULL,
    place BIGINT NOT NULL,
    uncapped BIGINT NOT NULL,
    moved BIGINT NOT NULL,
    PRIMARY KEY (coop_id, document_id, line_place, place),
    FOREIGN KEY (coop_id, document_id, line_place) REFERENCES returned_line (coop_id, document_id, place)
);

CREATE TABLE voucher (
    coop_id UUID NOT NULL REFERENCES coop (coop_id),
    number TEXT NOT NULL,
    issued_minor BIGINT NOT NULL,
    remaining_minor BIGINT NOT NULL,
    document_id UUID NOT NULL,
    issued_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (coop_id, number)
);

-- What lies on 21108: credit positive. `milli` are the thousandths that came back with money that was paid out, where the refund
-- said so. `allocated_by` is the allocation that found its owner.
CREATE TABLE open_item (
    coop_id UUID NOT NULL,
    document_id UUID NOT NULL,
    line BIGINT NOT NULL,
    amount BIGINT NOT NULL,
    milli BIGINT NOT NULL,
    allocated_by UUID,
    PRIMARY KEY (coop_id, document_id, line)
);
CREATE INDEX open_item_open ON open_item (coop_id, allocated_by);

CREATE TABLE allocation (
    coop_id UUID NOT NULL,
    id UUID NOT NULL,
    day DATE NOT NULL,
    of_id UUID NOT NULL,
    line BIGINT NOT NULL,
    amount BIGINT NOT NULL,
    version_id UUID NOT NULL,
    made_by UUID NOT NULL,
    made_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (coop_id, id)
);
CREATE INDEX allocation_by_document ON allocation (coop_id, of_id, line);

CREATE TABLE allocation_part (
    coop_id UUID NOT NULL,
    allocation_id UUID NOT NULL,
    place BIGINT NOT NULL,
    party TEXT NOT NULL,
    person_id UUID,
    percent_e6 BIGINT NOT NULL,
    instrument_id UUID,
    fallback BIGINT NOT NULL,
    uncapped BIGINT NOT NULL,
    moved BIGINT NOT NULL,
    PRIMARY KEY (coop_id, allocation_id, place),
    FOREIGN KEY (coop_id, allocation_id) REFERENCES allocation (coop_id, id)
);

-- What the office itself puts into the books. `code` is a word of the kind's own list, `reverses` the number of the entry undone,
-- `subject_id` what it is about: the contract of a grid, the charge that a gift pays.
CREATE TABLE office_event (
    coop_id UUID NOT NULL REFERENCES coop (coop_id),
    id UUID NOT NULL,
    kind TEXT NOT NULL,
    day DATE NOT NULL,
    instrument_id UUID,
    party_id UUID,
    through TEXT,
    amount BIGINT NOT NULL,
    code TEXT NOT NULL,
    paper_hash BYTEA,
    reverses BIGINT,
    subject_id UUID,
    made_by UUID,
    made_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (coop_id, id),
    UNIQUE (coop_id, reverses),
    FOREIGN KEY (coop_id, instrument_id) REFERENCES instrument (coop_id, id),
    FOREIGN KEY (coop_id, party_id) REFERENCES person (coop_id, id),
    FOREIGN KEY (coop_id, paper_hash) REFERENCES paper (coop_id, hash)
);
CREATE INDEX office_event_by_day ON office_event (coop_id, day, made_at, id);
CREATE INDEX office_event_by_instrument ON office_event (coop_id, instrument_id, day);
CREATE INDEX office_event_by_party ON office_event (coop_id, party_id, day);
CREATE INDEX office_event_by_kind ON office_event (coop_id, kind, day);

-- The lines of opening balances, manual entries, and of what has more than two sides.
CREATE TABLE office_line (
    coop_id UUID NOT NULL,
    event_id UUID NOT NULL,
    place BIGINT NOT NULL,
    account TEXT NOT NULL,
    party_id UUID,
    instrument_id UUID,
    amount BIGINT NOT NULL,
    PRIMARY KEY (coop_id, event_id, place),
    FOREIGN KEY (coop_id, event_id) REFERENCES office_event (coop_id, id),
    FOREIGN KEY (coop_id, account) REFERENCES account (coop_id, code),
    FOREIGN KEY (coop_id, party_id) REFERENCES person (coop_id, id),
    FOREIGN KEY (coop_id, instrument_id) REFERENCES instrument (coop_id, id)
);

-- What a grid costs a month, by site, from a day on. The latest of a day counts.
CREATE TABLE site_rent (
    coop_id UUID NOT NULL,
    id UUID NOT NULL,
    site_id UUID NOT NULL,
    from_day DATE NOT NULL,
    rent_minor BIGINT NOT NULL,
    set_by UUID,
    set_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (coop_id, id),
    FOREIGN KEY (coop_id, site_id) REFERENCES site (coop_id, id)
);
CREATE INDEX site_rent_by_site ON site_rent (coop_id, site_id, from_day, set_at);

-- Who holds a grid from when to when, for how much a month, and how that is met. It may get an end.
CREATE TABLE grid_contract (
    coop_id UUID NOT NULL,
    id UUID NOT NULL,
    grid_id UUID NOT NULL,
    owner_id UUID NOT NULL,
    begins_on DATE NOT NULL,
    ends_on DATE,
    rent_minor BIGINT NOT NULL,
    by_days BOOLEAN NOT NULL,
    met TEXT NOT NULL,
    instrument_id UUID,
    added_by UUID,
    added_at TIMESTAMPTZ NOT NULL,
    ended_by UUID,
    ended_at TIMESTAMPTZ,
    PRIMARY KEY (coop_id, id),
    FOREIGN KEY (coop_id, grid_id) REFERENCES grid (coop_id, id),
    FOREIGN KEY (coop_id, owner_id) REFERENCES person (coop_id, id),
    FOREIGN KEY (coop_id, instrument_id) REFERENCES instrument (coop_id, id)
);
CREATE INDEX grid_contract_by_grid ON grid_contract (coop_id, grid_id, begins_on);
CREATE INDEX grid_contract_by_owner ON grid_contract (coop_id, owner_id, begins_on);

-- A month's rent was charged.
CREATE TABLE rent_run (
    coop_id UUID NOT NULL REFERENCES coop (coop_id),
    id UUID NOT NULL,
    month TEXT NOT NULL,
    charges BIGINT NOT NULL,
    charged_minor BIGINT NOT NULL,
    sponsored_minor BIGINT NOT NULL,
    run_by UUID,
    run_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (coop_id, id)
);

-- What a run charged under a contract: the event of that id. `turn` counts from 0, and goes on once a charge was reversed: the key
-- keeps a month from being charged twice.
CREATE TABLE rent_charge (
    coop_id UUID NOT NULL,
    id UUID NOT NULL,
    run_id UUID NOT NULL,
    contract_id UUID NOT NULL,
    month TEXT NOT NULL,
    turn BIGINT NOT NULL,
    days BIGINT NOT NULL,
    PRIMARY KEY (coop_id, id),
    UNIQUE (coop_id, contract_id, month, turn),
    FOREIGN KEY (coop_id, id) REFERENCES office_event (coop_id, id),
    FOREIGN KEY (coop_id, run_id) REFERENCES rent_run (coop_id, id),
    FOREIGN KEY (coop_id, contract_id) REFERENCES grid_contract (coop_id, id)
);
CREATE INDEX rent_charge_by_month ON rent_charge (coop_id, month, id);

-- Who waits for a grid, and since when.
CREATE TABLE grid_wish (
    coop_id UUID NOT NULL,
    id UUID NOT NULL,
    person_id UUID NOT NULL,
    site_id UUID NOT NULL,
    wish TEXT NOT NULL,
    since DATE NOT NULL,
    added_by UUID,
    added_at TIMESTAMPTZ NOT NULL,
    outcome TEXT,
    ended_by UUID,
    ended_at TIMESTAMPTZ,
    PRIMARY KEY (coop_id, id),
    FOREIGN KEY (coop_id, person_id) REFERENCES person (coop_id, id),
    FOREIGN KEY (coop_id, site_id) REFERENCES site (coop_id, id)
);
CREATE INDEX grid_wish_by_age ON grid_wish (coop_id, outcome, since, id);

-- What the cooperative agreed about payouts, from some time on. `columns` are those of the file for the bank, as JSON.
CREATE TABLE payout_terms (
    coop_id UUID NOT NULL REFERENCES coop (coop_id),
    id UUID NOT NULL,
    limit_e6 BIGINT NOT NULL,
    minimum_minor BIGINT NOT NULL,
    columns TEXT NOT NULL,
    set_by UUID,
    set_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (coop_id, id)
);
CREATE INDEX payout_terms_by_time ON payout_terms (coop_id, set_at, id);

-- How much help an owner has with payouts, from some time on. Nothing says why.
CREATE TABLE support_plan (
    coop_id UUID NOT NULL,
    id UUID NOT NULL,
    person_id UUID NOT NULL,
    plan TEXT NOT NULL,
    threshold_minor BIGINT NOT NULL,
    set_by UUID,
    set_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (coop_id, id),
    FOREIGN KEY (coop_id, person_id) REFERENCES person (coop_id, id)
);
CREATE INDEX support_plan_by_person ON support_plan (coop_id, person_id, set_at);

-- Where an owner is paid to, sealed under their key; the one approved last counts. Erasing a person deletes it.
CREATE TABLE bank_account (
    coop_id UUID NOT NULL,
    id UUID NOT NULL,
    person_id UUID NOT NULL,
    sealed BYTEA NOT NULL,
    proposed_by UUID NOT NULL,
    proposed_at TIMESTAMPTZ NOT NULL,
    outcome TEXT,
    decided_by UUID,
    decided_at TIMESTAMPTZ,
    PRIMARY KEY (coop_id, id),
    FOREIGN KEY (coop_id, person_id) REFERENCES person (coop_id, id)
);
CREATE INDEX bank_account_by_person ON bank_account (coop_id, person_id, decided_at);

CREATE TABLE payout_run (
    coop_id UUID NOT NULL REFERENCES coop (coop_id),
    id UUID NOT NULL,
    drafts BIGINT NOT NULL,
    paid_minor BIGINT NOT NULL,
    offset_minor BIGINT NOT NULL,
    made_by UUID NOT NULL,
    made_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (coop_id, id)
);

-- A payout as it was drafted. `turn` counts an owner's payouts from 0.
CREATE TABLE payout (
    coop_id UUID NOT NULL,
    id UUID NOT NULL,
    run_id UUID NOT NULL,
    owner_id UUID NOT NULL,
    turn BIGINT NOT NULL,
    due_minor BIGINT NOT NULL,
    offset_minor BIGINT NOT NULL,
    paid_minor BIGINT NOT NULL,
    through TEXT NOT NULL,
    bank_account_id UUID,
    help TEXT NOT NULL,
    drafted_by UUID NOT NULL,
    drafted_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (coop_id, id),
    UNIQUE (coop_id, owner_id, turn),
    FOREIGN KEY (coop_id, run_id) REFERENCES payout_run (coop_id, id),
    FOREIGN KEY (coop_id, owner_id) REFERENCES person (coop_id, id)
);
CREATE INDEX payout_by_run ON payout (coop_id, run_id, id);

-- Each step is taken once. `known_by` chose the pictures by which a till knew an owner.
CREATE TABLE payout_step (
    coop_id UUID NOT NULL,
    payout_id UUID NOT NULL,
    step TEXT NOT NULL,
    by_id UUID NOT NULL,
    known_by UUID,
    manner TEXT NOT NULL,
    reason TEXT,
    event_id UUID,
    taken_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (coop_id, payout_id, step),
    FOREIGN KEY (coop_id, payout_id) REFERENCES payout (coop_id, id),
    FOREIGN KEY (coop_id, event_id) REFERENCES office_event (coop_id, id)
);

-- Something that broke a rule but happened: a person should look.
CREATE TABLE task (
    coop_id UUID NOT NULL REFERENCES coop (coop_id),
    document_id UUID NOT NULL,
    place BIGINT NOT NULL,
    kind TEXT NOT NULL,
    line BIGINT NOT NULL,
    amount BIGINT NOT NULL,
    raised_at TIMESTAMPTZ NOT NULL,
    done_at TIMESTAMPTZ,
    done_by UUID,
    PRIMARY KEY (coop_id, document_id, place)
);
CREATE INDEX task_by_age ON task (coop_id, raised_at, document_id, place);
CREATE INDEX task_open ON task (coop_id, done_at, raised_at);

CREATE TABLE statement (
    coop_id UUID NOT NULL,
    id UUID NOT NULL,
    number BIGINT NOT NULL,
    owner_id UUID NOT NULL,
    month TEXT NOT NULL,
    head_number BIGINT NOT NULL,
    head_hash BYTEA NOT NULL,
    opening BIGINT NOT NULL,
    closing BIGINT NOT NULL,
    pdf_hash BYTEA NOT NULL,
    pdf BYTEA,
    issued_by UUID NOT NULL,
    issued_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (coop_id, id),
    UNIQUE (coop_id, number),
    UNIQUE (coop_id, owner_id, month),
    FOREIGN KEY (coop_id, owner_id) REFERENCES person (coop_id, id)
);
