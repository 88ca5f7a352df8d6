-- The books of cooperatives. `coop_id` comes first everywhere: nothing is shared between two cooperatives.
-- Money and counters are whole minor units and numbers; ids are made by the application; enums are text.

-- The cooperative, its head (number and hash of the last entry) and its running numbers.
CREATE TABLE coop (
    coop_id BLOB NOT NULL PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    unit TEXT NOT NULL,
    exponent INTEGER NOT NULL,
    template TEXT NOT NULL,
    rounding_limit INTEGER NOT NULL,
    is_demo INTEGER NOT NULL,
    -- Which master key seals the names: another one cannot open them, and is not let in.
    key_mark TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE coop_head (
    coop_id BLOB NOT NULL PRIMARY KEY REFERENCES coop (coop_id),
    number INTEGER NOT NULL,
    hash BLOB NOT NULL,
    statements INTEGER NOT NULL
) STRICT;

-- `open_to` says who may write on it beside the events of its own, `holder` whose balances it has.
CREATE TABLE account (
    coop_id BLOB NOT NULL REFERENCES coop (coop_id),
    code TEXT NOT NULL,
    role TEXT,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    open_to TEXT NOT NULL,
    holder TEXT NOT NULL,
    PRIMARY KEY (coop_id, code)
) STRICT;

-- People. Names and contacts are sealed in person_private; everything else holds ids only. `code` is a number on a list, no name.
CREATE TABLE person (
    coop_id BLOB NOT NULL REFERENCES coop (coop_id),
    id BLOB NOT NULL,
    code TEXT,
    kind TEXT NOT NULL,
    nickname TEXT,
    face TEXT,
    joined_on TEXT,
    support_plan TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (coop_id, id),
    UNIQUE (coop_id, code)
) STRICT;

-- Somebody joined the cooperative: what lay on 21101 moved to 11401.
CREATE TABLE membership (
    coop_id BLOB NOT NULL,
    id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    joined_on TEXT NOT NULL,
    moved_minor INTEGER NOT NULL,
    recorded_by BLOB,
    recorded_at INTEGER NOT NULL,
    PRIMARY KEY (coop_id, id),
    UNIQUE (coop_id, person_id),
    FOREIGN KEY (coop_id, person_id) REFERENCES person (coop_id, id)
) STRICT;

CREATE TABLE person_private (
    coop_id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    wrapped_key BLOB NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (coop_id, person_id),
    FOREIGN KEY (coop_id, person_id) REFERENCES person (coop_id, id)
) STRICT;

CREATE TABLE person_read (
    coop_id BLOB NOT NULL,
    id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    reader_id BLOB,
    purpose TEXT NOT NULL,
    read_at INTEGER NOT NULL,
    PRIMARY KEY (coop_id, id)
) STRICT;
CREATE INDEX person_read_by_person ON person_read (coop_id, person_id, read_at);

CREATE TABLE role_grant (
    coop_id BLOB NOT NULL,
    id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    role TEXT NOT NULL,
    ward_id BLOB,
    granted_by BLOB,
    granted_at INTEGER NOT NULL,
    ended_by BLOB,
    ended_at INTEGER,
    PRIMARY KEY (coop_id, id),
    FOREIGN KEY (coop_id, person_id) REFERENCES person (coop_id, id)
) STRICT;
CREATE INDEX role_grant_by_person ON role_grant (coop_id, person_id);

CREATE TABLE login (
    coop_id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    name TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    set_by BLOB,
    set_at INTEGER NOT NULL,
    own_since INTEGER,
    PRIMARY KEY (coop_id, person_id),
    UNIQUE (coop_id, name),
    FOREIGN KEY (coop_id, person_id) REFERENCES person (coop_id, id)
) STRICT;

CREATE TABLE session (
    coop_id BLOB NOT NULL,
    id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    generation INTEGER NOT NULL,
    rotated_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    ended_at INTEGER,
    PRIMARY KEY (coop_id, id),
    FOREIGN KEY (coop_id, person_id) REFERENCES person (coop_id, id)
) STRICT;
CREATE INDEX session_by_person ON session (coop_id, person_id);

-- Failed attempts at a password, a PIN or an enrolment code: the more, the slower.
CREATE TABLE attempt (
    coop_id BLOB NOT NULL,
    subject TEXT NOT NULL,
    failures INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    PRIMARY KEY (coop_id, subject)
) STRICT;

CREATE TABLE pin (
    coop_id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    pin_hash TEXT NOT NULL,
    set_by BLOB,
    PRIMARY KEY (coop_id, person_id),
    FOREIGN KEY (coop_id, person_id) REFERENCES person (coop_id, id)
) STRICT;

-- Three of nine pictures, in any order, that say who stands at a till. They protect nothing: see docs/DECISIONS.md.
CREATE TABLE picture_pin (
    coop_id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    pin_hash TEXT NOT NULL,
    set_by BLOB,
    PRIMARY KEY (coop_id, person_id),
    FOREIGN KEY (coop_id, person_id) REFERENCES person (coop_id, id)
) STRICT;

-- The shop.
CREATE TABLE site (
    coop_id BLOB NOT NULL REFERENCES coop (coop_id),
    id BLOB NOT NULL,
    name TEXT NOT NULL,
    address TEXT,
    opening TEXT,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (coop_id, id),
    UNIQUE (coop_id, name)
) STRICT;

CREATE TABLE grid (
    coop_id BLOB NOT NULL,
    id BLOB NOT NULL,
    site_id BLOB NOT NULL,
    code TEXT NOT NULL,
    -- Its place at the site, from 1, for ever: it is found by its number and colour.
    number INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (coop_id, id),
    UNIQUE (coop_id, code),
    FOREIGN KEY (coop_id, site_id) REFERENCES site (coop_id, id)
) STRICT;

CREATE TABLE grid_owner (
    coop_id BLOB NOT NULL,
    grid_id BLOB NOT NULL,
    from_day TEXT NOT NULL,
    owner_id BLOB NOT NULL,
    PRIMARY KEY (coop_id, grid_id, from_day),
    FOREIGN KEY (coop_id, grid_id) REFERENCES grid (coop_id, id),
    FOREIGN KEY (coop_id, owner_id) REFERENCES person (coop_id, id)
) STRICT;
CREATE INDEX grid_owner_by_owner ON grid_owner (coop_id, owner_id);

-- What a grid's owner lets the shop's pages tell. Nothing is public until somebody says so; a new owner says it anew.
CREATE TABLE grid_page (
    coop_id BLOB NOT NULL,
    grid_id BLOB NOT NULL,
    owner_id BLOB NOT NULL,
    story TEXT,
    published INTEGER NOT NULL,
    set_by BLOB,
    set_at INTEGER NOT NULL,
    PRIMARY KEY (coop_id, grid_id, owner_id),
    FOREIGN KEY (coop_id, grid_id) REFERENCES grid (coop_id, id),
    FOREIGN KEY (coop_id, owner_id) REFERENCES person (coop_id, id)
) STRICT;

-- An owner agrees that the shop's pages show how their sales are shared, and may take it back.
CREATE TABLE sharing_consent (
    coop_id BLOB NOT NULL,
    id BLOB NOT NULL,
    grid_id BLOB NOT NULL,
    owner_id BLOB NOT NULL,
    manner TEXT NOT NULL,
    logged_by BLOB,
    logged_at INTEGER NOT NULL,
    withdrawn_by BLOB,
    withdrawn_at INTEGER,
    PRIMARY KEY (coop_id, id),
    FOREIGN KEY (coop_id, grid_id) REFERENCES grid (coop_id, id),
    FOREIGN KEY (coop_id, owner_id) REFERENCES person (coop_id, id)
) STRICT;
CREATE INDEX sharing_consent_by_grid ON sharing_consent (coop_id, grid_id, owner_id);

-- Uploaded pictures, made small, named by the hash of their bytes.
CREATE TABLE image (
    coop_id BLOB NOT NULL REFERENCES coop (coop_id),
    hash BLOB NOT NULL,
    bytes BLOB NOT NULL,
    tile BLOB NOT NULL,
    uploaded_by BLOB,
    uploaded_at INTEGER NOT NULL,
    PRIMARY KEY (coop_id, hash)
) STRICT;

-- Uploaded papers, named by the hash of their bytes: invoices, agreements, minutes.
CREATE TABLE paper (
    coop_id BLOB NOT NULL REFERENCES coop (coop_id),
    hash BLOB NOT NULL,
    media TEXT NOT NULL,
    bytes BLOB NOT NULL,
    uploaded_by BLOB,
    uploaded_at INTEGER NOT NULL,
    PRIMARY KEY (coop_id, hash)
) STRICT;

-- Who gets what of a sale.
-- What a love shareholder and the cooperative agreed. `cap_minor` is what may come in, in all; `received_minor` and `used_minor` are
-- what came in and what went out of it, `goods_minor` what of it lies in lots and is no money to be spent; kept by the writer.
CREATE TABLE instrument (
    coop_id BLOB NOT NULL,
    id BLOB NOT NULL,
    supporter_id BLOB NOT NULL,
    kind TEXT NOT NULL,
    purpose TEXT,
    is_long INTEGER NOT NULL,
    cap_minor INTEGER,
    begins_on TEXT NOT NULL,
    ends_on TEXT,
    received_minor INTEGER NOT NULL,
    used_minor INTEGER NOT NULL,
    goods_minor INTEGER NOT NULL,
    added_by BLOB,
    created_at INTEGER NOT NULL,
    ended_by BLOB,
    ended_at INTEGER,
    PRIMARY KEY (coop_id, id),
    FOREIGN KEY (coop_id, supporter_id) REFERENCES person (coop_id, id)
) STRICT;
CREATE INDEX instrument_by_supporter ON instrument (coop_id, supporter_id, id);

-- When a loan is paid back.
CREATE TABLE instalment (
    coop_id BLOB NOT NULL,
    instrument_id BLOB NOT NULL,
    place INTEGER NOT NULL,
    due_on TEXT NOT NULL,
    amount_minor INTEGER NOT NULL,
    PRIMARY KEY (coop_id, instrument_id, place),
    FOREIGN KEY (coop_id, instrument_id) REFERENCES instrument (coop_id, id)
) STRICT;

-- The papers of an agreement.
CREATE TABLE instrument_paper (
    coop_id BLOB NOT NULL,
    id BLOB NOT NULL,
    instrument_id BLOB NOT NULL,
    paper_hash BLOB NOT NULL,
    added_by BLOB,
    added_at INTEGER NOT NULL,
    PRIMARY KEY (coop_id, id),
    UNIQUE (coop_id, instrument_id, paper_hash),
    FOREIGN KEY (coop_id, instrument_id) REFERENCES instrument (coop_id, id),
    FOREIGN KEY (coop_id, paper_hash) REFERENCES paper (coop_id, hash)
) STRICT;

-- What a supporter wants done from now on: of a loan, or of their shares of sales. The last word counts.
CREATE TABLE supporter_wish (
    coop_id BLOB NOT NULL,
    id BLOB NOT NULL,
    supporter_id BLOB NOT NULL,
    instrument_id BLOB,
    wish TEXT NOT NULL,
    manner TEXT NOT NULL,
    logged_by BLOB,
    logged_at INTEGER NOT NULL,
    PRIMARY KEY (coop_id, id),
    FOREIGN KEY (coop_id, supporter_id) REFERENCES person (coop_id, id),
    FOREIGN KEY (coop_id, instrument_id) REFERENCES instrument (coop_id, id)
) STRICT;
CREATE INDEX supporter_wish_by_supporter ON supporter_wish (coop_id, supporter_id, logged_at, id);

-- Goods that are not an owner's: given by a supporter (`donated`), a supporter's own until they are sold (`at_cost`), or bought (`own`).
-- `value_minor` is the agreed value or cost of a piece. `sold`, `given` and `lost` are pieces, kept by the writer.
CREATE TABLE lot (
    coop_id BLOB NOT NULL REFERENCES coop (coop_id),
    id BLOB NOT NULL,
    nature TEXT NOT NULL,
    name TEXT NOT NULL,
    day TEXT NOT NULL,
    supporter_id BLOB,
    instrument_id BLOB,
    is_restricted INTEGER NOT NULL,
    value_minor INTEGER NOT NULL,
    received INTEGER NOT NULL,
    basis TEXT NOT NULL,
    paper_hash BLOB,
    appraised_by BLOB,
    also_appraised_by BLOB,
    through TEXT,
    made_by BLOB,
    made_at INTEGER NOT NULL,
    sold INTEGER NOT NULL,
    given INTEGER NOT NULL,
    lost INTEGER NOT NULL,
    PRIMARY KEY (coop_id, id),
    FOREIGN KEY (coop_id, supporter_id) REFERENCES person (coop_id, id),
    FOREIGN KEY (coop_id, instrument_id) REFERENCES instrument (coop_id, id),
    FOREIGN KEY (coop_id, paper_hash) REFERENCES paper (coop_id, hash)
) STRICT;
CREATE INDEX lot_by_supporter ON lot (coop_id, supporter_id, id);
CREATE INDEX lot_by_instrument ON lot (coop_id, instrument_id, id);

-- What became of pieces otherwise than by a sale: given away, missing, found again. `of_id` is the shortage that somebody else approved.
CREATE TABLE lot_event (
    coop_id BLOB NOT NULL,
    id BLOB NOT NULL,
    kind TEXT NOT NULL,
    day TEXT NOT NULL,
    lot_id BLOB NOT NULL,
    pieces INTEGER NOT NULL,
    person_id BLOB,
    of_id BLOB,
    made_by BLOB,
    made_at INTEGER NOT NULL,
    PRIMARY KEY (coop_id, id),
    UNIQUE (coop_id, of_id),
    FOREIGN KEY (coop_id, lot_id) REFERENCES lot (coop_id, id),
    FOREIGN KEY (coop_id, person_id) REFERENCES person (coop_id, id),
    FOREIGN KEY (coop_id, of_id) REFERENCES lot_event (coop_id, id)
) STRICT;
CREATE INDEX lot_event_by_lot ON lot_event (coop_id, lot_id, day, id);

-- A training: planned with whoever wants to learn, then given once, or called off.
CREATE TABLE training (
    coop_id BLOB NOT NULL REFERENCES coop (coop_id),
    id BLOB NOT NULL,
    trainer_id BLOB NOT NULL,
    instrument_id BLOB,
    day TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    place TEXT NOT NULL,
    curriculum TEXT NOT NULL,
    planned_by BLOB,
    planned_at INTEGER NOT NULL,
    called_off_by BLOB,
    called_off_at INTEGER,
    PRIMARY KEY (coop_id, id),
    FOREIGN KEY (coop_id, trainer_id) REFERENCES person (coop_id, id),
    FOREIGN KEY (coop_id, instrument_id) REFERENCES instrument (coop_id, id)
) STRICT;
CREATE INDEX training_by_day ON training (coop_id, day, id);

CREATE TABLE training_learner (
    coop_id BLOB NOT NULL,
    training_id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    PRIMARY KEY (coop_id, training_id, person_id),
    FOREIGN KEY (coop_id, training_id) REFERENCES training (coop_id, id),
    FOREIGN KEY (coop_id, person_id) REFERENCES person (coop_id, id)
) STRICT;
CREATE INDEX training_learner_by_person ON training_learner (coop_id, person_id, training_id);

CREATE TABLE training_given (
    coop_id BLOB NOT NULL,
    id BLOB NOT NULL,
    training_id BLOB NOT NULL,
    minutes INTEGER NOT NULL,
    made_by BLOB,
    made_at INTEGER NOT NULL,
    PRIMARY KEY (coop_id, id),
    UNIQUE (coop_id, training_id),
    FOREIGN KEY (coop_id, training_id) REFERENCES training (coop_id, id)
) STRICT;

CREATE TABLE training_attendance (
    coop_id BLOB NOT NULL,
    training_id BLOB NOT NULL,
    place INTEGER NOT NULL,
    person_id BLOB NOT NULL,
    PRIMARY KEY (coop_id, training_id, place),
    UNIQUE (coop_id, training_id, person_id),
    FOREIGN KEY (coop_id, training_id) REFERENCES training (coop_id, id),
    FOREIGN KEY (coop_id, person_id) REFERENCES person (coop_id, id)
) STRICT;
CREATE INDEX training_attendance_by_person ON training_attendance (coop_id, person_id, training_id);

CREATE TABLE good (
    coop_id BLOB NOT NULL,
    id BLOB NOT NULL,
    grid_id BLOB NOT NULL,
    -- Of which lot its pieces are; an owner's own where there is none.
    lot_id BLOB,
    name TEXT NOT NULL,
    measure TEXT NOT NULL,
    barcode TEXT,
    -- Its picture: a drawing of the library, or an upload.
    drawing TEXT,
    image_hash BLOB,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (coop_id, id),
    UNIQUE (coop_id, barcode),
    UNIQUE (coop_id, grid_id, name),
    FOREIGN KEY (coop_id, grid_id) REFERENCES grid (coop_id, id),
    FOREIGN KEY (coop_id, lot_id) REFERENCES lot (coop_id, id),
    FOREIGN KEY (coop_id, image_hash) REFERENCES image (coop_id, hash)
) STRICT;
CREATE INDEX good_by_name ON good (coop_id, name, id);

CREATE TABLE good_price (
    coop_id BLOB NOT NULL,
    id BLOB NOT NULL,
    good_id BLOB NOT NULL,
    place INTEGER NOT NULL,
    price_minor INTEGER NOT NULL,
    set_by BLOB,
    set_at INTEGER NOT NULL,
    PRIMARY KEY (coop_id, id),
    UNIQUE (coop_id, good_id, place),
    FOREIGN KEY (coop_id, good_id) REFERENCES good (coop_id, id)
) STRICT;

-- What lies at a grid of a good whose pieces are counted, from its first receipt on; kept by the writer. Below zero where a till sold
-- what the book does not have. At `low_milli` and below its owner is told to bring more.
CREATE TABLE stock (
    coop_id BLOB NOT NULL,
    good_id BLOB NOT NULL,
    on_hand_milli INTEGER NOT NULL,
    low_milli INTEGER,
    PRIMARY KEY (coop_id, good_id),
    FOREIGN KEY (coop_id, good_id) REFERENCES good (coop_id, id)
) STRICT;

-- The stock book: what came and went, in thousandths, above zero where it came. `document_id` is the sale, refund, count or request.
CREATE TABLE stock_movement (
    coop_id BLOB NOT NULL,
    document_id BLOB NOT NULL,
    place INTEGER NOT NULL,
    good_id BLOB NOT NULL,
    kind TEXT NOT NULL,
    milli INTEGER NOT NULL,
    day TEXT NOT NULL,
    made_by BLOB,
    made_at INTEGER NOT NULL,
    PRIMARY KEY (coop_id, document_id, place),
    FOREIGN KEY (coop_id, good_id) REFERENCES good (coop_id, id)
) STRICT;
CREATE INDEX stock_movement_by_good ON stock_movement (coop_id, good_id, made_at, document_id, place);

-- Somebody counted a good: what the book had, and what was there.
CREATE TABLE stock_count (
    coop_id BLOB NOT NULL,
    id BLOB NOT NULL,
    good_id BLOB NOT NULL,
    expected_milli INTEGER NOT NULL,
    counted_milli INTEGER NOT NULL,
    day TEXT NOT NULL,
    counted_by BLOB NOT NULL,
    counted_at INTEGER NOT NULL,
    PRIMARY KEY (coop_id, id),
    FOREIGN KEY (coop_id, good_id) REFERENCES good (coop_id, id)
) STRICT;
CREATE INDEX stock_count_by_age ON stock_count (coop_id, counted_at, id);
CREATE INDEX stock_count_by_good ON stock_count (coop_id, good_id, counted_at);

-- Another person decided what a count's difference is. Where the shop is liable for what is gone, its owner is credited `amount`: `percent_e6`
-- of `base`, the share that they had on the day.
CREATE TABLE stock_decision (
    coop_id BLOB NOT NULL,
    id BLOB NOT NULL,
    count_id BLOB NOT NULL,
    outcome TEXT NOT NULL,
    day TEXT NOT NULL,
    good_id BLOB NOT NULL,
    milli INTEGER NOT NULL,
    owner_id BLOB,
    base INTEGER NOT NULL,
    percent_e6 INTEGER NOT NULL,
    amount INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    PRIMARY KEY (coop_id, id),
    UNIQUE (coop_id, count_id),
    FOREIGN KEY (coop_id, count_id) REFERENCES stock_count (coop_id, id),
    FOREIGN KEY (coop_id, owner_id) REFERENCES person (coop_id, id)
) STRICT;

CREATE TABLE agreement_version (
    coop_id BLOB NOT NULL,
    id BLOB NOT NULL,
    grid_id BLOB NOT NULL,
    lot_id BLOB,
    effective_on TEXT NOT NULL,
    proposed_by BLOB NOT NULL,
    proposed_at INTEGER NOT NULL,
    approved_by BLOB,
    approved_at INTEGER,
    consent_logged_by BLOB,
    consent_manner TEXT,
    consented_at INTEGER,
    withdrawn_by BLOB,
    withdrawn_at INTEGER,
    PRIMARY KEY (coop_id, id),
    FOREIGN KEY (coop_id, grid_id) REFERENCES grid (coop_id, id),
    FOREIGN KEY (coop_id, lot_id) REFERENCES lot (coop_id, id)
) STRICT;
CREATE INDEX agreement_version_by_grid ON agreement_version (coop_id, grid_id, effective_on);

CREATE TABLE agreement_share (
    coop_id BLOB NOT NULL,
    version_id BLOB NOT NULL,
    place INTEGER NOT NULL,
    party TEXT NOT NULL,
    person_id BLOB,
    percent_e6 INTEGER NOT NULL,
    instrument_id BLOB,
    fallback INTEGER NOT NULL,
    PRIMARY KEY (coop_id, version_id, place),
    FOREIGN KEY (coop_id, version_id) REFERENCES agreement_version (coop_id, id),
    FOREIGN KEY (coop_id, person_id) REFERENCES person (coop_id, id),
    FOREIGN KEY (coop_id, instrument_id) REFERENCES instrument (coop_id, id)
) STRICT;

-- What rounding still owes to each party, in 10^-8 fen. The one part of an agreement that moves.
CREATE TABLE agreement_carry (
    coop_id BLOB NOT NULL,
    version_id BLOB NOT NULL,
    place INTEGER NOT NULL,
    carry_e8 INTEGER NOT NULL,
    PRIMARY KEY (coop_id, version_id, place),
    FOREIGN KEY (coop_id, version_id, place) REFERENCES agreement_share (coop_id, version_id, place)
) STRICT;

-- Tills, and what they report.
CREATE TABLE till (
    coop_id BLOB NOT NULL,
    id BLOB NOT NULL,
    site_id BLOB NOT NULL,
    name TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    open_shift_id BLOB,
    last_close TEXT,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (coop_id, id),
    UNIQUE (coop_id, name),
    FOREIGN KEY (coop_id, site_id) REFERENCES site (coop_id, id)
) STRICT;

CREATE TABLE till_code (
    coop_id BLOB NOT NULL,
    till_id BLOB NOT NULL,
    code_hash BLOB NOT NULL,
    expires_at INTEGER NOT NULL,
    PRIMARY KEY (coop_id, till_id),
    FOREIGN KEY (coop_id, till_id) REFERENCES till (coop_id, id)
) STRICT;

CREATE TABLE till_epoch (
    coop_id BLOB NOT NULL,
    till_id BLOB NOT NULL,
    epoch INTEGER NOT NULL,
    token_hash BLOB NOT NULL,
    next_seq INTEGER NOT NULL,
    last_hash BLOB NOT NULL,
    enrolled_at INTEGER NOT NULL,
    revoked_at INTEGER,
    PRIMARY KEY (coop_id, till_id, epoch),
    FOREIGN KEY (coop_id, till_id) REFERENCES till (coop_id, id)
) STRICT;

CREATE TABLE till_inbox (
    coop_id BLOB NOT NULL,
    till_id BLOB NOT NULL,
    epoch INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    command_id BLOB NOT NULL,
    kind TEXT NOT NULL,
    body BLOB NOT NULL,
    body_hash BLOB NOT NULL,
    received_at INTEGER NOT NULL,
    PRIMARY KEY (coop_id, till_id, epoch, seq, command_id),
    UNIQUE (coop_id, command_id),
    FOREIGN KEY (coop_id, till_id, epoch) REFERENCES till_epoch (coop_id, till_id, epoch)
) STRICT;

-- What nobody could post. `counted_in` is the opening whose count held its cash already.
CREATE TABLE quarantine (
    coop_id BLOB NOT NULL,
    command_id BLOB NOT NULL,
    till_id BLOB NOT NULL,
    epoch INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    shift_id BLOB,
    counted_in BLOB,
    kind TEXT NOT NULL,
    body BLOB NOT NULL,
    reason TEXT NOT NULL,
    detail TEXT NOT NULL,
    cash_minor INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    outcome TEXT,
    repaired_by BLOB,
    PRIMARY KEY (coop_id, command_id),
    FOREIGN KEY (coop_id, till_id, epoch) REFERENCES till_epoch (coop_id, till_id, epoch)
) STRICT;
CREATE INDEX quarantine_by_till ON quarantine (coop_id, till_id, command_id);
CREATE INDEX quarantine_by_age ON quarantine (coop_id, received_at, command_id);
CREATE INDEX quarantine_open ON quarantine (coop_id, outcome, received_at);

-- What needs a second person.
CREATE TABLE proposal (
    coop_id BLOB NOT NULL,
    id BLOB NOT NULL,
    kind TEXT NOT NULL,
    subject_id BLOB NOT NULL,
    payload TEXT NOT NULL,
    proposed_by BLOB NOT NULL,
    proposed_at INTEGER NOT NULL,
    decided_by BLOB,
    decided_at INTEGER,
    outcome TEXT,
    PRIMARY KEY (coop_id, id)
) STRICT;
CREATE INDEX proposal_by_subject ON proposal (coop_id, subject_id);
CREATE INDEX proposal_by_age ON proposal (coop_id, proposed_at, id);
CREATE INDEX proposal_open ON proposal (coop_id, outcome, proposed_at, id);

CREATE TABLE approval (
    coop_id BLOB NOT NULL,
    id BLOB NOT NULL,
    till_id BLOB NOT NULL,
    helper_id BLOB NOT NULL,
    given_at INTEGER NOT NULL,
    used_by BLOB,
    PRIMARY KEY (coop_id, id),
    FOREIGN KEY (coop_id, till_id) REFERENCES till (coop_id, id),
    FOREIGN KEY (coop_id, helper_id) REFERENCES person (coop_id, id)
) STRICT;

-- One command id, one effect, for ever.
CREATE TABLE command (
    coop_id BLOB NOT NULL,
    id BLOB NOT NULL,
    kind TEXT NOT NULL,
    sender_kind TEXT NOT NULL,
    sender_id BLOB NOT NULL,
    body_hash BLOB NOT NULL,
    outcome TEXT NOT NULL,
    document_id BLOB,
    entry_number INTEGER,
    day TEXT,
    received_at INTEGER NOT NULL,
    PRIMARY KEY (coop_id, id)
) STRICT;

-- The journal.
CREATE TABLE entry (
    coop_id BLOB NOT NULL REFERENCES coop (coop_id),
    number INTEGER NOT NULL,
    day TEXT NOT NULL,
    document_day TEXT NOT NULL,
    kind TEXT NOT NULL,
    document_id BLOB NOT NULL,
    document_hash BLOB NOT NULL,
    command_id BLOB NOT NULL,
    memo TEXT NOT NULL,
    reverses INTEGER,
    previous_hash BLOB NOT NULL,
    hash BLOB NOT NULL,
    posted_at INTEGER NOT NULL,
    PRIMARY KEY (coop_id, number),
    UNIQUE (coop_id, command_id)
) STRICT;
CREATE INDEX entry_by_document ON entry (coop_id, document_id, number);
CREATE INDEX entry_by_day ON entry (coop_id, day, number);

CREATE TABLE posting (
    coop_id BLOB NOT NULL,
    number INTEGER NOT NULL,
    place INTEGER NOT NULL,
    account TEXT NOT NULL,
    party BLOB,
    unit TEXT NOT NULL,
    amount_minor INTEGER NOT NULL,
    day TEXT NOT NULL,
    PRIMARY KEY (coop_id, number, place),
    FOREIGN KEY (coop_id, number) REFERENCES entry (coop_id, number),
    FOREIGN KEY (coop_id, account) REFERENCES account (coop_id, code)
) STRICT;
CREATE INDEX posting_by_party ON posting (coop_id, party, day, number);
CREATE INDEX posting_by_account ON posting (coop_id, account, day, number);

-- Kept by the writer: one row per month ('2026-06') and one for all time (''). The nil id stands for "no party".
CREATE TABLE balance (
    coop_id BLOB NOT NULL,
    account TEXT NOT NULL,
    party BLOB NOT NULL,
    unit TEXT NOT NULL,
    month TEXT NOT NULL,
    debit_minor INTEGER NOT NULL,
    credit_minor INTEGER NOT NULL,
    PRIMARY KEY (coop_id, month, account, party, unit)
) STRICT;

-- Documents of the till. `occurred_at` is the till's clock corrected by its own offset, `received_at` ours.
CREATE TABLE shift (
    coop_id BLOB NOT NULL,
    id BLOB NOT NULL,
    till_id BLOB NOT NULL,
    epoch INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    business_date TEXT NOT NULL,
    occurred_at INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    actor_id BLOB NOT NULL,
    counted INTEGER NOT NULL,
    brought INTEGER NOT NULL,
    difference INTEGER NOT NULL,
    PRIMARY KEY (coop_id, id),
    FOREIGN KEY (coop_id, till_id) REFERENCES till (coop_id, id)
) STRICT;
CREATE INDEX shift_by_till ON shift (coop_id, till_id, business_date);
CREATE INDEX shift_by_day ON shift (coop_id, business_date, received_at, id);

-- `head_number` and `head_hash`: where the books stood, as the Z report prints it.
CREATE TABLE shift_close (
    coop_id BLOB NOT NULL,
    shift_id BLOB NOT NULL,
    id BLOB NOT NULL,
    epoch INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    occurred_at INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    actor_id BLOB NOT NULL,
    expected INTEGER NOT NULL,
    counted INTEGER NOT NULL,
    waiting INTEGER NOT NULL,
    difference INTEGER NOT NULL,
    head_number INTEGER NOT NULL,
    head_hash BLOB NOT NULL,
    PRIMARY KEY (coop_id, shift_id),
    UNIQUE (coop_id, id),
    FOREIGN KEY (coop_id, shift_id) REFERENCES shift (coop_id, id)
) STRICT;

-- Notes and coins, of an opening or a closing.
CREATE TABLE cash_count (
    coop_id BLOB NOT NULL,
    document_id BLOB NOT NULL,
    denomination INTEGER NOT NULL,
    pieces INTEGER NOT NULL,
    PRIMARY KEY (coop_id, document_id, denomination)
) STRICT;

CREATE TABLE cash_movement (
    coop_id BLOB NOT NULL,
    id BLOB NOT NULL,
    till_id BLOB NOT NULL,
    epoch INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    shift_id BLOB NOT NULL,
    business_date TEXT NOT NULL,
    occurred_at INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    actor_id BLOB NOT NULL,
    movement TEXT NOT NULL,
    amount INTEGER NOT NULL,
    reason TEXT,
    PRIMARY KEY (coop_id, id),
    FOREIGN KEY (coop_id, shift_id) REFERENCES shift (coop_id, id)
) STRICT;
CREATE INDEX cash_movement_by_shift ON cash_movement (coop_id, shift_id);
CREATE INDEX cash_movement_by_day ON cash_movement (coop_id, business_date, received_at, id);

CREATE TABLE sale (
    coop_id BLOB NOT NULL,
    id BLOB NOT NULL,
    till_id BLOB NOT NULL,
    epoch INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    shift_id BLOB NOT NULL,
    business_date TEXT NOT NULL,
    occurred_at INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    actor_id BLOB NOT NULL,
    receipt_token TEXT,
    change_given INTEGER NOT NULL,
    rounding_off INTEGER NOT NULL,
    donation INTEGER NOT NULL,
    total INTEGER NOT NULL,
    PRIMARY KEY (coop_id, id),
    FOREIGN KEY (coop_id, shift_id) REFERENCES shift (coop_id, id)
) STRICT;
CREATE INDEX sale_by_shift ON sale (coop_id, shift_id);
CREATE INDEX sale_by_day ON sale (coop_id, business_date, received_at, id);
CREATE INDEX sale_by_receipt ON sale (coop_id, receipt_token);

CREATE TABLE sale_line (
    coop_id BLOB NOT NULL,
    sale_id BLOB NOT NULL,
    line INTEGER NOT NULL,
    grid_id BLOB,
    good_id BLOB,
    voucher TEXT,
    name TEXT NOT NULL,
    measure TEXT NOT NULL,
    quantity_milli INTEGER NOT NULL,
    price INTEGER NOT NULL,
    gross INTEGER NOT NULL,
    owner_discount INTEGER NOT NULL,
    base INTEGER NOT NULL,
    line_discount INTEGER NOT NULL,
    order_discount INTEGER NOT NULL,
    rounding INTEGER NOT NULL,
    version_id BLOB,
    -- Of which lot its pieces were, and what of its base was a supporter's cost.
    lot_id BLOB,
    cost INTEGER NOT NULL,
    PRIMARY KEY (coop_id, sale_id, line),
    FOREIGN KEY (coop_id, sale_id) REFERENCES sale (coop_id, id)
) STRICT;
CREATE INDEX sale_line_by_lot ON sale_line (coop_id, lot_id, sale_id);

CREATE TABLE sale_part (
    coop_id BLOB NOT NULL,
    sale_id BLOB NOT NULL,
    line INTEGER NOT NULL,
    place INTEGER NOT NULL,
    party TEXT NOT NULL,
    person_id BLOB,
    percent_e6 INTEGER NOT NULL,
    instrument_id BLOB,
    fallback INTEGER NOT NULL,
    uncapped INTEGER NOT NULL,
    moved INTEGER NOT NULL,
    PRIMARY KEY (coop_id, sale_id, line, place),
    FOREIGN KEY (coop_id, sale_id, line) REFERENCES sale_line (coop_id, sale_id, line)
) STRICT;

-- Payments of a sale (in) or a refund (out).
CREATE TABLE tender (
    coop_id BLOB NOT NULL,
    document_id BLOB NOT NULL,
    place INTEGER NOT NULL,
    means TEXT NOT NULL,
    voucher TEXT,
    amount INTEGER NOT NULL,
    PRIMARY KEY (coop_id, document_id, place)
) STRICT;

CREATE TABLE refund (
    coop_id BLOB NOT NULL,
    id BLOB NOT NULL,
    till_id BLOB NOT NULL,
    epoch INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    shift_id BLOB NOT NULL,
    business_date TEXT NOT NULL,
    occurred_at INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    actor_id BLOB NOT NULL,
    sale_id BLOB,
    approved_by BLOB,
    donation INTEGER NOT NULL,
    paid INTEGER NOT NULL,
    reason TEXT,
    PRIMARY KEY (coop_id, id),
    FOREIGN KEY (coop_id, shift_id) REFERENCES shift (coop_id, id),
    FOREIGN KEY (coop_id, sale_id) REFERENCES sale (coop_id, id)
) STRICT;
CREATE INDEX refund_by_shift ON refund (coop_id, shift_id);
CREATE INDEX refund_by_day ON refund (coop_id, business_date, received_at, id);
CREATE INDEX refund_by_sale ON refund (coop_id, sale_id);

-- What came back of a sale's line: by a refund, or by allocating one. `restocked` are pieces that went back on the shelf.
CREATE TABLE returned_line (
    coop_id BLOB NOT NULL,
    document_id BLOB NOT NULL,
    place INTEGER NOT NULL,
    sale_id BLOB NOT NULL,
    line INTEGER NOT NULL,
    milli INTEGER NOT NULL,
    amount INTEGER NOT NULL,
    borne INTEGER NOT NULL,
    cost INTEGER NOT NULL,
    restocked INTEGER NOT NULL,
    PRIMARY KEY (coop_id, document_id, place),
    FOREIGN KEY (coop_id, sale_id, line) REFERENCES sale_line (coop_id, sale_id, line)
) STRICT;
CREATE INDEX returned_line_by_sale ON returned_line (coop_id, sale_id, line);

CREATE TABLE returned_part (
    coop_id BLOB NOT NULL,
    document_id BLOB NOT NULL,
    line_place INTEGER NOT NULL,
    place INTEGER NOT NULL,
    uncapped INTEGER NOT NULL,
    moved INTEGER NOT NULL,
    PRIMARY KEY (coop_id, document_id, line_place, place),
    FOREIGN KEY (coop_id, document_id, line_place) REFERENCES returned_line (coop_id, document_id, place)
) STRICT;

CREATE TABLE voucher (
    coop_id BLOB NOT NULL REFERENCES coop (coop_id),
    number TEXT NOT NULL,
    issued_minor INTEGER NOT NULL,
    remaining_minor INTEGER NOT NULL,
    document_id BLOB NOT NULL,
    issued_at INTEGER NOT NULL,
    PRIMARY KEY (coop_id, number)
) STRICT;

-- What lies on 21108: credit positive. `milli` are the thousandths that came back with money that was paid out, where the refund
-- said so. `allocated_by` is the allocation that found its owner.
CREATE TABLE open_item (
    coop_id BLOB NOT NULL,
    document_id BLOB NOT NULL,
    line INTEGER NOT NULL,
    amount INTEGER NOT NULL,
    milli INTEGER NOT NULL,
    allocated_by BLOB,
    PRIMARY KEY (coop_id, document_id, line)
) STRICT;
CREATE INDEX open_item_open ON open_item (coop_id, allocated_by);

CREATE TABLE allocation (
    coop_id BLOB NOT NULL,
    id BLOB NOT NULL,
    day TEXT NOT NULL,
    of_id BLOB NOT NULL,
    line INTEGER NOT NULL,
    amount INTEGER NOT NULL,
    version_id BLOB NOT NULL,
    made_by BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    PRIMARY KEY (coop_id, id)
) STRICT;
CREATE INDEX allocation_by_document ON allocation (coop_id, of_id, line);

CREATE TABLE allocation_part (
    coop_id BLOB NOT NULL,
    allocation_id BLOB NOT NULL,
    place INTEGER NOT NULL,
    party TEXT NOT NULL,
    person_id BLOB,
    percent_e6 INTEGER NOT NULL,
    instrument_id BLOB,
    fallback INTEGER NOT NULL,
    uncapped INTEGER NOT NULL,
    moved INTEGER NOT NULL,
    PRIMARY KEY (coop_id, allocation_id, place),
    FOREIGN KEY (coop_id, allocation_id) REFERENCES allocation (coop_id, id)
) STRICT;

-- What the office itself puts into the books. `code` is a word of the kind's own list, `reverses` the number of the entry undone,
-- `subject_id` what it is about: the contract of a grid, the charge that a gift pays.
CREATE TABLE office_event (
    coop_id BLOB NOT NULL REFERENCES coop (coop_id),
    id BLOB NOT NULL,
    kind TEXT NOT NULL,
    day TEXT NOT NULL,
    instrument_id BLOB,
    party_id BLOB,
    through TEXT,
    amount INTEGER NOT NULL,
    code TEXT NOT NULL,
    paper_hash BLOB,
    reverses INTEGER,
    subject_id BLOB,
    made_by BLOB,
    made_at INTEGER NOT NULL,
    PRIMARY KEY (coop_id, id),
    UNIQUE (coop_id, reverses),
    FOREIGN KEY (coop_id, instrument_id) REFERENCES instrument (coop_id, id),
    FOREIGN KEY (coop_id, party_id) REFERENCES person (coop_id, id),
    FOREIGN KEY (coop_id, paper_hash) REFERENCES paper (coop_id, hash)
) STRICT;
CREATE INDEX office_event_by_day ON office_event (coop_id, day, made_at, id);
CREATE INDEX office_event_by_instrument ON office_event (coop_id, instrument_id, day);
CREATE INDEX office_event_by_party ON office_event (coop_id, party_id, day);
CREATE INDEX office_event_by_kind ON office_event (coop_id, kind, day);

-- The lines of opening balances, manual entries, and of what has more than two sides.
CREATE TABLE office_line (
    coop_id BLOB NOT NULL,
    event_id BLOB NOT NULL,
    place INTEGER NOT NULL,
    account TEXT NOT NULL,
    party_id BLOB,
    instrument_id BLOB,
    amount INTEGER NOT NULL,
    PRIMARY KEY (coop_id, event_id, place),
    FOREIGN KEY (coop_id, event_id) REFERENCES office_event (coop_id, id),
    FOREIGN KEY (coop_id, account) REFERENCES account (coop_id, code),
    FOREIGN KEY (coop_id, party_id) REFERENCES person (coop_id, id),
    FOREIGN KEY (coop_id, instrument_id) REFERENCES instrument (coop_id, id)
) STRICT;

-- What a grid costs a month, by site, from a day on. The latest of a day counts.
CREATE TABLE site_rent (
    coop_id BLOB NOT NULL,
    id BLOB NOT NULL,
    site_id BLOB NOT NULL,
    from_day TEXT NOT NULL,
    rent_minor INTEGER NOT NULL,
    set_by BLOB,
    set_at INTEGER NOT NULL,
    PRIMARY KEY (coop_id, id),
    FOREIGN KEY (coop_id, site_id) REFERENCES site (coop_id, id)
) STRICT;
CREATE INDEX site_rent_by_site ON site_rent (coop_id, site_id, from_day, set_at);

-- Who holds a grid from when to when, for how much a month, and how that is met. It may get an end.
CREATE TABLE grid_contract (
    coop_id BLOB NOT NULL,
    id BLOB NOT NULL,
    grid_id BLOB NOT NULL,
    owner_id BLOB NOT NULL,
    begins_on TEXT NOT NULL,
    ends_on TEXT,
    rent_minor INTEGER NOT NULL,
    by_days INTEGER NOT NULL,
    met TEXT NOT NULL,
    instrument_id BLOB,
    added_by BLOB,
    added_at INTEGER NOT NULL,
    ended_by BLOB,
    ended_at INTEGER,
    PRIMARY KEY (coop_id, id),
    FOREIGN KEY (coop_id, grid_id) REFERENCES grid (coop_id, id),
    FOREIGN KEY (coop_id, owner_id) REFERENCES person (coop_id, id),
    FOREIGN KEY (coop_id, instrument_id) REFERENCES instrument (coop_id, id)
) STRICT;
CREATE INDEX grid_contract_by_grid ON grid_contract (coop_id, grid_id, begins_on);
CREATE INDEX grid_contract_by_owner ON grid_contract (coop_id, owner_id, begins_on);

-- A month's rent was charged.
CREATE TABLE rent_run (
    coop_id BLOB NOT NULL REFERENCES coop (coop_id),
    id BLOB NOT NULL,
    month TEXT NOT NULL,
    charges INTEGER NOT NULL,
    charged_minor INTEGER NOT NULL,
    sponsored_minor INTEGER NOT NULL,
    run_by BLOB,
    run_at INTEGER NOT NULL,
    PRIMARY KEY (coop_id, id)
) STRICT;

-- What a run charged under a contract: the event of that id. `turn` counts from 0, and goes on once a charge was reversed: the key
-- keeps a month from being charged twice.
CREATE TABLE rent_charge (
    coop_id BLOB NOT NULL,
    id BLOB NOT NULL,
    run_id BLOB NOT NULL,
    contract_id BLOB NOT NULL,
    month TEXT NOT NULL,
    turn INTEGER NOT NULL,
    days INTEGER NOT NULL,
    PRIMARY KEY (coop_id, id),
    UNIQUE (coop_id, contract_id, month, turn),
    FOREIGN KEY (coop_id, id) REFERENCES office_event (coop_id, id),
    FOREIGN KEY (coop_id, run_id) REFERENCES rent_run (coop_id, id),
    FOREIGN KEY (coop_id, contract_id) REFERENCES grid_contract (coop_id, id)
) STRICT;
CREATE INDEX rent_charge_by_month ON rent_charge (coop_id, month, id);

-- Who waits for a grid, and since when.
CREATE TABLE grid_wish (
    coop_id BLOB NOT NULL,
    id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    site_id BLOB NOT NULL,
    wish TEXT NOT NULL,
    since TEXT NOT NULL,
    added_by BLOB,
    added_at INTEGER NOT NULL,
    outcome TEXT,
    ended_by BLOB,
    ended_at INTEGER,
    PRIMARY KEY (coop_id, id),
    FOREIGN KEY (coop_id, person_id) REFERENCES person (coop_id, id),
    FOREIGN KEY (coop_id, site_id) REFERENCES site (coop_id, id)
) STRICT;
CREATE INDEX grid_wish_by_age ON grid_wish (coop_id, outcome, since, id);

-- What the cooperative agreed about payouts, from some time on. `columns` are those of the file for the bank, as JSON.
CREATE TABLE payout_terms (
    coop_id BLOB NOT NULL REFERENCES coop (coop_id),
    id BLOB NOT NULL,
    limit_e6 INTEGER NOT NULL,
    minimum_minor INTEGER NOT NULL,
    columns TEXT NOT NULL,
    set_by BLOB,
    set_at INTEGER NOT NULL,
    PRIMARY KEY (coop_id, id)
) STRICT;
CREATE INDEX payout_terms_by_time ON payout_terms (coop_id, set_at, id);

-- How much help an owner has with payouts, from some time on. Nothing says why.
CREATE TABLE support_plan (
    coop_id BLOB NOT NULL,
    id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    plan TEXT NOT NULL,
    threshold_minor INTEGER NOT NULL,
    set_by BLOB,
    set_at INTEGER NOT NULL,
    PRIMARY KEY (coop_id, id),
    FOREIGN KEY (coop_id, person_id) REFERENCES person (coop_id, id)
) STRICT;
CREATE INDEX support_plan_by_person ON support_plan (coop_id, person_id, set_at);

-- Where an owner is paid to, sealed under their key; the one approved last counts. Erasing a person deletes it.
CREATE TABLE bank_account (
    coop_id BLOB NOT NULL,
    id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    sealed BLOB NOT NULL,
    proposed_by BLOB NOT NULL,
    proposed_at INTEGER NOT NULL,
    outcome TEXT,
    decided_by BLOB,
    decided_at INTEGER,
    PRIMARY KEY (coop_id, id),
    FOREIGN KEY (coop_id, person_id) REFERENCES person (coop_id, id)
) STRICT;
CREATE INDEX bank_account_by_person ON bank_account (coop_id, person_id, decided_at);

CREATE TABLE payout_run (
    coop_id BLOB NOT NULL REFERENCES coop (coop_id),
    id BLOB NOT NULL,
    drafts INTEGER NOT NULL,
    paid_minor INTEGER NOT NULL,
    offset_minor INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    PRIMARY KEY (coop_id, id)
) STRICT;

-- A payout as it was drafted. `turn` counts an owner's payouts from 0.
CREATE TABLE payout (
    coop_id BLOB NOT NULL,
    id BLOB NOT NULL,
    run_id BLOB NOT NULL,
    owner_id BLOB NOT NULL,
    turn INTEGER NOT NULL,
    due_minor INTEGER NOT NULL,
    offset_minor INTEGER NOT NULL,
    paid_minor INTEGER NOT NULL,
    through TEXT NOT NULL,
    bank_account_id BLOB,
    help TEXT NOT NULL,
    drafted_by BLOB NOT NULL,
    drafted_at INTEGER NOT NULL,
    PRIMARY KEY (coop_id, id),
    UNIQUE (coop_id, owner_id, turn),
    FOREIGN KEY (coop_id, run_id) REFERENCES payout_run (coop_id, id),
    FOREIGN KEY (coop_id, owner_id) REFERENCES person (coop_id, id)
) STRICT;
CREATE INDEX payout_by_run ON payout (coop_id, run_id, id);

-- Each step is taken once. `known_by` chose the pictures by which a till knew an owner.
CREATE TABLE payout_step (
    coop_id BLOB NOT NULL,
    payout_id BLOB NOT NULL,
    step TEXT NOT NULL,
    by_id BLOB NOT NULL,
    known_by BLOB,
    manner TEXT NOT NULL,
    reason TEXT,
    event_id BLOB,
    taken_at INTEGER NOT NULL,
    PRIMARY KEY (coop_id, payout_id, step),
    FOREIGN KEY (coop_id, payout_id) REFERENCES payout (coop_id, id),
    FOREIGN KEY (coop_id, event_id) REFERENCES office_event (coop_id, id)
) STRICT;

-- Something that broke a rule but happened: a person should look.
CREATE TABLE task (
    coop_id BLOB NOT NULL REFERENCES coop (coop_id),
    document_id BLOB NOT NULL,
    place INTEGER NOT NULL,
    kind TEXT NOT NULL,
    line INTEGER NOT NULL,
    amount INTEGER NOT NULL,
    raised_at INTEGER NOT NULL,
    done_at INTEGER,
    done_by BLOB,
    PRIMARY KEY (coop_id, document_id, place)
) STRICT;
CREATE INDEX task_by_age ON task (coop_id, raised_at, document_id, place);
CREATE INDEX task_open ON task (coop_id, done_at, raised_at);

CREATE TABLE statement (
    coop_id BLOB NOT NULL,
    id BLOB NOT NULL,
    number INTEGER NOT NULL,
    owner_id BLOB NOT NULL,
    month TEXT NOT NULL,
    head_number INTEGER NOT NULL,
    head_hash BLOB NOT NULL,
    opening INTEGER NOT NULL,
    closing INTEGER NOT NULL,
    pdf_hash BLOB NOT NULL,
    pdf BLOB,
    issued_by BLOB NOT NULL,
    issued_at INTEGER NOT NULL,
    PRIMARY KEY (coop_id, id),
    UNIQUE (coop_id, number),
    UNIQUE (coop_id, owner_id, month),
    FOREIGN KEY (coop_id, owner_id) REFERENCES person (coop_id, id)
) STRICT;
