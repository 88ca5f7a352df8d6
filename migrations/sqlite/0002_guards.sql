-- What was written stays as it was written. SQLite's REPLACE deletes without firing delete triggers unless recursive_triggers
-- is on, so an INSERT of a key that exists is refused as well.

CREATE TRIGGER command_no_update BEFORE UPDATE ON command BEGIN SELECT RAISE(ABORT, 'append-only: command'); END;
CREATE TRIGGER command_no_delete BEFORE DELETE ON command BEGIN SELECT RAISE(ABORT, 'append-only: command'); END;
CREATE TRIGGER command_no_replace BEFORE INSERT ON command WHEN EXISTS (SELECT 1 FROM command WHERE coop_id = NEW.coop_id AND id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'append-only: command'); END;

CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'append-only: entry'); END;
CREATE TRIGGER entry_no_delete BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'append-only: entry'); END;
CREATE TRIGGER entry_no_replace BEFORE INSERT ON entry WHEN EXISTS (SELECT 1 FROM entry WHERE coop_id = NEW.coop_id AND number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'append-only: entry'); END;

CREATE TRIGGER posting_no_update BEFORE UPDATE ON posting BEGIN SELECT RAISE(ABORT, 'append-only: posting'); END;
CREATE TRIGGER posting_no_delete BEFORE DELETE ON posting BEGIN SELECT RAISE(ABORT, 'append-only: posting'); END;
CREATE TRIGGER posting_no_replace BEFORE INSERT ON posting WHEN EXISTS (SELECT 1 FROM posting WHERE coop_id = NEW.coop_id AND number = NEW.number AND place = NEW.place)
BEGIN SELECT RAISE(ABORT, 'append-only: posting'); END;

CREATE TRIGGER shift_no_update BEFORE UPDATE ON shift BEGIN SELECT RAISE(ABORT, 'append-only: shift'); END;
CREATE TRIGGER shift_no_delete BEFORE DELETE ON shift BEGIN SELECT RAISE(ABORT, 'append-only: shift'); END;
CREATE TRIGGER shift_no_replace BEFORE INSERT ON shift WHEN EXISTS (SELECT 1 FROM shift WHERE coop_id = NEW.coop_id AND id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'append-only: shift'); END;

CREATE TRIGGER shift_close_no_update BEFORE UPDATE ON shift_close BEGIN SELECT RAISE(ABORT, 'append-only: shift_close'); END;
CREATE TRIGGER shift_close_no_delete BEFORE DELETE ON shift_close BEGIN SELECT RAISE(ABORT, 'append-only: shift_close'); END;
CREATE TRIGGER shift_close_no_replace BEFORE INSERT ON shift_close WHEN EXISTS (SELECT 1 FROM shift_close WHERE coop_id = NEW.coop_id AND shift_id = NEW.shift_id)
BEGIN SELECT RAISE(ABORT, 'append-only: shift_close'); END;

CREATE TRIGGER cash_count_no_update BEFORE UPDATE ON cash_count BEGIN SELECT RAISE(ABORT, 'append-only: cash_count'); END;
CREATE TRIGGER cash_count_no_delete BEFORE DELETE ON cash_count BEGIN SELECT RAISE(ABORT, 'append-only: cash_count'); END;
CREATE TRIGGER cash_count_no_replace BEFORE INSERT ON cash_count WHEN EXISTS (SELECT 1 FROM cash_count WHERE coop_id = NEW.coop_id AND document_id = NEW.document_id AND denomination = NEW.denomination)
BEGIN SELECT RAISE(ABORT, 'append-only: cash_count'); END;

CREATE TRIGGER cash_movement_no_update BEFORE UPDATE ON cash_movement BEGIN SELECT RAISE(ABORT, 'append-only: cash_movement'); END;
CREATE TRIGGER cash_movement_no_delete BEFORE DELETE ON cash_movement BEGIN SELECT RAISE(ABORT, 'append-only: cash_movement'); END;
CREATE TRIGGER cash_movement_no_replace BEFORE INSERT ON cash_movement WHEN EXISTS (SELECT 1 FROM cash_movement WHERE coop_id = NEW.coop_id AND id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'append-only: cash_movement'); END;

CREATE TRIGGER sale_no_update BEFORE UPDATE ON sale BEGIN SELECT RAISE(ABORT, 'append-only: sale'); END;
CREATE TRIGGER sale_no_delete BEFORE DELETE ON sale BEGIN SELECT RAISE(ABORT, 'append-only: sale'); END;
CREATE TRIGGER sale_no_replace BEFORE INSERT ON sale WHEN EXISTS (SELECT 1 FROM sale WHERE coop_id = NEW.coop_id AND id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'append-only: sale'); END;

CREATE TRIGGER sale_line_no_update BEFORE UPDATE ON sale_line BEGIN SELECT RAISE(ABORT, 'append-only: sale_line'); END;
CREATE TRIGGER sale_line_no_delete BEFORE DELETE ON sale_line BEGIN SELECT RAISE(ABORT, 'append-only: sale_line'); END;
CREATE TRIGGER sale_line_no_replace BEFORE INSERT ON sale_line WHEN EXISTS (SELECT 1 FROM sale_line WHERE coop_id = NEW.coop_id AND sale_id = NEW.sale_id AND line = NEW.line)
BEGIN SELECT RAISE(ABORT, 'append-only: sale_line'); END;

CREATE TRIGGER sale_part_no_update BEFORE UPDATE ON sale_part BEGIN SELECT RAISE(ABORT, 'append-only: sale_part'); END;
CREATE TRIGGER sale_part_no_delete BEFORE DELETE ON sale_part BEGIN SELECT RAISE(ABORT, 'append-only: sale_part'); END;
CREATE TRIGGER sale_part_no_replace BEFORE INSERT ON sale_part WHEN EXISTS (SELECT 1 FROM sale_part WHERE coop_id = NEW.coop_id AND sale_id = NEW.sale_id AND line = NEW.line AND place = NEW.place)
BEGIN SELECT RAISE(ABORT, 'append-only: sale_part'); END;

CREATE TRIGGER tender_no_update BEFORE UPDATE ON tender BEGIN SELECT RAISE(ABORT, 'append-only: tender'); END;
CREATE TRIGGER tender_no_delete BEFORE DELETE ON tender BEGIN SELECT RAISE(ABORT, 'append-only: tender'); END;
CREATE TRIGGER tender_no_replace BEFORE INSERT ON tender WHEN EXISTS (SELECT 1 FROM tender WHERE coop_id = NEW.coop_id AND document_id = NEW.document_id AND place = NEW.place)
BEGIN SELECT RAISE(ABORT, 'append-only: tender'); END;

CREATE TRIGGER refund_no_update BEFORE UPDATE ON refund BEGIN SELECT RAISE(ABORT, 'append-only: refund'); END;
CREATE TRIGGER refund_no_delete BEFORE DELETE ON refund BEGIN SELECT RAISE(ABORT, 'append-only: refund'); END;
CREATE TRIGGER refund_no_replace BEFORE INSERT ON refund WHEN EXISTS (SELECT 1 FROM refund WHERE coop_id = NEW.coop_id AND id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'append-only: refund'); END;

CREATE TRIGGER returned_line_no_update BEFORE UPDATE ON returned_line BEGIN SELECT RAISE(ABORT, 'append-only: returned_line'); END;
CREATE TRIGGER returned_line_no_delete BEFORE DELETE ON returned_line BEGIN SELECT RAISE(ABORT, 'append-only: returned_line'); END;
CREATE TRIGGER returned_line_no_replace BEFORE INSERT ON returned_line WHEN EXISTS (SELECT 1 FROM returned_line WHERE coop_id = NEW.coop_id AND document_id = NEW.document_id AND place = NEW.place)
BEGIN SELECT RAISE(ABORT, 'append-only: returned_line'); END;

CREATE TRIGGER returned_part_no_update BEFORE UPDATE ON returned_part BEGIN SELECT RAISE(ABORT, 'append-only: returned_part'); END;
CREATE TRIGGER returned_part_no_delete BEFORE DELETE ON returned_part BEGIN SELECT RAISE(ABORT, 'append-only: returned_part'); END;
CREATE TRIGGER returned_part_no_replace BEFORE INSERT ON returned_part WHEN EXISTS (SELECT 1 FROM returned_part WHERE coop_id = NEW.coop_id AND document_id = NEW.document_id AND line_place = NEW.line_place AND place = NEW.place)
BEGIN SELECT RAISE(ABORT, 'append-only: returned_part'); END;

CREATE TRIGGER allocation_no_update BEFORE UPDATE ON allocation BEGIN SELECT RAISE(ABORT, 'append-only: allocation'); END;
CREATE TRIGGER allocation_no_delete BEFORE DELETE ON allocation BEGIN SELECT RAISE(ABORT, 'append-only: allocation'); END;
CREATE TRIGGER allocation_no_replace BEFORE INSERT ON allocation WHEN EXISTS (SELECT 1 FROM allocation WHERE coop_id = NEW.coop_id AND id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'append-only: allocation'); END;

CREATE TRIGGER allocation_part_no_update BEFORE UPDATE ON allocation_part BEGIN SELECT RAISE(ABORT, 'append-only: allocation_part'); END;
CREATE TRIGGER allocation_part_no_delete BEFORE DELETE ON allocation_part BEGIN SELECT RAISE(ABORT, 'append-only: allocation_part'); END;
CREATE TRIGGER allocation_part_no_replace BEFORE INSERT ON allocation_part WHEN EXISTS (SELECT 1 FROM allocation_part WHERE coop_id = NEW.coop_id AND allocation_id = NEW.allocation_id AND place = NEW.place)
BEGIN SELECT RAISE(ABORT, 'append-only: allocation_part'); END;

CREATE TRIGGER agreement_share_no_update BEFORE UPDATE ON agreement_share BEGIN SELECT RAISE(ABORT, 'append-only: agreement_share'); END;
CREATE TRIGGER agreement_share_no_delete BEFORE DELETE ON agreement_share BEGIN SELECT RAISE(ABORT, 'append-only: agreement_share'); END;
CREATE TRIGGER agreement_share_no_replace BEFORE INSERT ON agreement_share WHEN EXISTS (SELECT 1 FROM agreement_share WHERE coop_id = NEW.coop_id AND version_id = NEW.version_id AND place = NEW.place)
BEGIN SELECT RAISE(ABORT, 'append-only: agreement_share'); END;

-- A version is never edited; the second signature and the consent are added once, or it is withdrawn.
CREATE TRIGGER agreement_version_no_update BEFORE UPDATE ON agreement_version
WHEN NEW.coop_id <> OLD.coop_id OR NEW.id <> OLD.id OR NEW.grid_id <> OLD.grid_id OR NEW.lot_id IS DISTINCT FROM OLD.lot_id OR NEW.effective_on <> OLD.effective_on OR NEW.proposed_by <> OLD.proposed_by OR NEW.proposed_at <> OLD.proposed_at
    OR (OLD.approved_at IS NOT NULL AND (NEW.approved_by IS DISTINCT FROM OLD.approved_by OR NEW.approved_at IS DISTINCT FROM OLD.approved_at))
    OR (OLD.consented_at IS NOT NULL AND (NEW.consent_logged_by IS DISTINCT FROM OLD.consent_logged_by OR NEW.consent_manner IS DISTINCT FROM OLD.consent_manner OR NEW.consented_at IS DISTINCT FROM OLD.consented_at))
    OR (OLD.withdrawn_at IS NOT NULL AND (NEW.withdrawn_by IS DISTINCT FROM OLD.withdrawn_by OR NEW.withdrawn_at IS DISTINCT FROM OLD.withdrawn_at))
BEGIN SELECT RAISE(ABORT, 'append-only: agreement_version'); END;
CREATE TRIGGER agreement_version_no_delete BEFORE DELETE ON agreement_version BEGIN SELECT RAISE(ABORT, 'append-only: agreement_version'); END;
CREATE TRIGGER agreement_version_no_replace BEFORE INSERT ON agreement_version WHEN EXISTS (SELECT 1 FROM agreement_version WHERE coop_id = NEW.coop_id AND id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'append-only: agreement_version'); END;

CREATE TRIGGER good_price_no_update BEFORE UPDATE ON good_price BEGIN SELECT RAISE(ABORT, 'append-only: good_price'); END;
CREATE TRIGGER good_price_no_delete BEFORE DELETE ON good_price BEGIN SELECT RAISE(ABORT, 'append-only: good_price'); END;
CREATE TRIGGER good_price_no_replace BEFORE INSERT ON good_price WHEN EXISTS (SELECT 1 FROM good_price WHERE coop_id = NEW.coop_id AND id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'append-only: good_price'); END;

CREATE TRIGGER grid_owner_no_update BEFORE UPDATE ON grid_owner BEGIN SELECT RAISE(ABORT, 'append-only: grid_owner'); END;
CREATE TRIGGER grid_owner_no_delete BEFORE DELETE ON grid_owner BEGIN SELECT RAISE(ABORT, 'append-only: grid_owner'); END;
CREATE TRIGGER grid_owner_no_replace BEFORE INSERT ON grid_owner WHEN EXISTS (SELECT 1 FROM grid_owner WHERE coop_id = NEW.coop_id AND grid_id = NEW.grid_id AND from_day = NEW.from_day)
BEGIN SELECT RAISE(ABORT, 'append-only: grid_owner'); END;

CREATE TRIGGER membership_no_update BEFORE UPDATE ON membership BEGIN SELECT RAISE(ABORT, 'append-only: membership'); END;
CREATE TRIGGER membership_no_delete BEFORE DELETE ON membership BEGIN SELECT RAISE(ABORT, 'append-only: membership'); END;
CREATE TRIGGER membership_no_replace BEFORE INSERT ON membership WHEN EXISTS (SELECT 1 FROM membership WHERE coop_id = NEW.coop_id AND id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'append-only: membership'); END;

CREATE TRIGGER person_read_no_update BEFORE UPDATE ON person_read BEGIN SELECT RAISE(ABORT, 'append-only: person_read'); END;
CREATE TRIGGER person_read_no_delete BEFORE DELETE ON person_read BEGIN SELECT RAISE(ABORT, 'append-only: person_read'); END;
CREATE TRIGGER person_read_no_replace BEFORE INSERT ON person_read WHEN EXISTS (SELECT 1 FROM person_read WHERE coop_id = NEW.coop_id AND id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'append-only: person_read'); END;

-- After an erasure a statement's bytes are dropped; number, hash and sums stay.
CREATE TRIGGER statement_no_update BEFORE UPDATE ON statement
WHEN NEW.pdf IS NOT NULL OR NEW.number <> OLD.number OR NEW.owner_id <> OLD.owner_id OR NEW.month <> OLD.month
    OR NEW.head_number <> OLD.head_number OR NEW.head_hash <> OLD.head_hash OR NEW.opening <> OLD.opening
    OR NEW.closing <> OLD.closing OR NEW.pdf_hash <> OLD.pdf_hash
BEGIN SELECT RAISE(ABORT, 'append-only: statement'); END;
CREATE TRIGGER statement_no_delete BEFORE DELETE ON statement BEGIN SELECT RAISE(ABORT, 'append-only: statement'); END;
CREATE TRIGGER statement_no_replace BEFORE INSERT ON statement WHEN EXISTS (SELECT 1 FROM statement WHERE coop_id = NEW.coop_id AND id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'append-only: statement'); END;

CREATE TRIGGER image_no_update BEFORE UPDATE ON image BEGIN SELECT RAISE(ABORT, 'append-only: image'); END;
CREATE TRIGGER image_no_delete BEFORE DELETE ON image BEGIN SELECT RAISE(ABORT, 'append-only: image'); END;
CREATE TRIGGER image_no_replace BEFORE INSERT ON image WHEN EXISTS (SELECT 1 FROM image WHERE coop_id = NEW.coop_id AND hash = NEW.hash)
BEGIN SELECT RAISE(ABORT, 'append-only: image'); END;

CREATE TRIGGER instalment_no_update BEFORE UPDATE ON instalment BEGIN SELECT RAISE(ABORT, 'append-only: instalment'); END;
CREATE TRIGGER instalment_no_delete BEFORE DELETE ON instalment BEGIN SELECT RAISE(ABORT, 'append-only: instalment'); END;
CREATE TRIGGER instalment_no_replace BEFORE INSERT ON instalment WHEN EXISTS (SELECT 1 FROM instalment WHERE coop_id = NEW.coop_id AND instrument_id = NEW.instrument_id AND place = NEW.place)
BEGIN SELECT RAISE(ABORT, 'append-only: instalment'); END;

CREATE TRIGGER supporter_wish_no_update BEFORE UPDATE ON supporter_wish BEGIN SELECT RAISE(ABORT, 'append-only: supporter_wish'); END;
CREATE TRIGGER supporter_wish_no_delete BEFORE DELETE ON supporter_wish BEGIN SELECT RAISE(ABORT, 'append-only: supporter_wish'); END;
CREATE TRIGGER supporter_wish_no_replace BEFORE INSERT ON supporter_wish WHEN EXISTS (SELECT 1 FROM supporter_wish WHERE coop_id = NEW.coop_id AND id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'append-only: supporter_wish'); END;

CREATE TRIGGER office_event_no_update BEFORE UPDATE ON office_event BEGIN SELECT RAISE(ABORT, 'append-only: office_event'); END;
CREATE TRIGGER office_event_no_delete BEFORE DELETE ON office_event BEGIN SELECT RAISE(ABORT, 'append-only: office_event'); END;
CREATE TRIGGER office_event_no_replace BEFORE INSERT ON office_event WHEN EXISTS (SELECT 1 FROM office_event WHERE coop_id = NEW.coop_id AND (id = NEW.id OR reverses = NEW.reverses))
BEGIN SELECT RAISE(ABORT, 'append-only: office_event'); END;

CREATE TRIGGER paper_no_update BEFORE UPDATE ON paper BEGIN SELECT RAISE(ABORT, 'append-only: paper'); END;
CREATE TRIGGER paper_no_delete BEFORE DELETE ON paper BEGIN SELECT RAISE(ABORT, 'append-only: paper'); END;
CREATE TRIGGER paper_no_replace BEFORE INSERT ON paper WHEN EXISTS (SELECT 1 FROM paper WHERE coop_id = NEW.coop_id AND hash = NEW.hash)
BEGIN SELECT RAISE(ABORT, 'append-only: paper'); END;

CREATE TRIGGER instrument_paper_no_update BEFORE UPDATE ON instrument_paper BEGIN SELECT RAISE(ABORT, 'append-only: instrument_paper'); END;
CREATE TRIGGER instrument_paper_no_delete BEFORE DELETE ON instrument_paper BEGIN SELECT RAISE(ABORT, 'append-only: instrument_paper'); END;
CREATE TRIGGER instrument_paper_no_replace BEFORE INSERT ON instrument_paper WHEN EXISTS (SELECT 1 FROM instrument_paper WHERE coop_id = NEW.coop_id AND id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'append-only: instrument_paper'); END;

CREATE TRIGGER office_line_no_update BEFORE UPDATE ON office_line BEGIN SELECT RAISE(ABORT, 'append-only: office_line'); END;
CREATE TRIGGER office_line_no_delete BEFORE DELETE ON office_line BEGIN SELECT RAISE(ABORT, 'append-only: office_line'); END;
CREATE TRIGGER office_line_no_replace BEFORE INSERT ON office_line WHEN EXISTS (SELECT 1 FROM office_line WHERE coop_id = NEW.coop_id AND event_id = NEW.event_id AND place = NEW.place)
BEGIN SELECT RAISE(ABORT, 'append-only: office_line'); END;

CREATE TRIGGER site_rent_no_update BEFORE UPDATE ON site_rent BEGIN SELECT RAISE(ABORT, 'append-only: site_rent'); END;
CREATE TRIGGER site_rent_no_delete BEFORE DELETE ON site_rent BEGIN SELECT RAISE(ABORT, 'append-only: site_rent'); END;
CREATE TRIGGER site_rent_no_replace BEFORE INSERT ON site_rent WHEN EXISTS (SELECT 1 FROM site_rent WHERE coop_id = NEW.coop_id AND id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'append-only: site_rent'); END;

CREATE TRIGGER rent_run_no_update BEFORE UPDATE ON rent_run BEGIN SELECT RAISE(ABORT, 'append-only: rent_run'); END;
CREATE TRIGGER rent_run_no_delete BEFORE DELETE ON rent_run BEGIN SELECT RAISE(ABORT, 'append-only: rent_run'); END;
CREATE TRIGGER rent_run_no_replace BEFORE INSERT ON rent_run WHEN EXISTS (SELECT 1 FROM rent_run WHERE coop_id = NEW.coop_id AND id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'append-only: rent_run'); END;

CREATE TRIGGER rent_charge_no_update BEFORE UPDATE ON rent_charge BEGIN SELECT RAISE(ABORT, 'append-only: rent_charge'); END;
CREATE TRIGGER rent_charge_no_delete BEFORE DELETE ON rent_charge BEGIN SELECT RAISE(ABORT, 'append-only: rent_charge'); END;
CREATE TRIGGER rent_charge_no_replace BEFORE INSERT ON rent_charge WHEN EXISTS (SELECT 1 FROM rent_charge WHERE coop_id = NEW.coop_id AND (id = NEW.id OR (contract_id = NEW.contract_id AND month = NEW.month AND turn = NEW.turn)))
BEGIN SELECT RAISE(ABORT, 'append-only: rent_charge'); END;

CREATE TRIGGER lot_event_no_update BEFORE UPDATE ON lot_event BEGIN SELECT RAISE(ABORT, 'append-only: lot_event'); END;
CREATE TRIGGER lot_event_no_delete BEFORE DELETE ON lot_event BEGIN SELECT RAISE(ABORT, 'append-only: lot_event'); END;
CREATE TRIGGER lot_event_no_replace BEFORE INSERT ON lot_event WHEN EXISTS (SELECT 1 FROM lot_event WHERE coop_id = NEW.coop_id AND (id = NEW.id OR of_id = NEW.of_id))
BEGIN SELECT RAISE(ABORT, 'append-only: lot_event'); END;

CREATE TRIGGER training_learner_no_update BEFORE UPDATE ON training_learner BEGIN SELECT RAISE(ABORT, 'append-only: training_learner'); END;
CREATE TRIGGER training_learner_no_delete BEFORE DELETE ON training_learner BEGIN SELECT RAISE(ABORT, 'append-only: training_learner'); END;
CREATE TRIGGER training_learner_no_replace BEFORE INSERT ON training_learner WHEN EXISTS (SELECT 1 FROM training_learner WHERE coop_id = NEW.coop_id AND training_id = NEW.training_id AND person_id = NEW.person_id)
BEGIN SELECT RAISE(ABORT, 'append-only: training_learner'); END;

CREATE TRIGGER training_given_no_update BEFORE UPDATE ON training_given BEGIN SELECT RAISE(ABORT, 'append-only: training_given'); END;
CREATE TRIGGER training_given_no_delete BEFORE DELETE ON training_given BEGIN SELECT RAISE(ABORT, 'append-only: training_given'); END;
CREATE TRIGGER training_given_no_replace BEFORE INSERT ON training_given WHEN EXISTS (SELECT 1 FROM training_given WHERE coop_id = NEW.coop_id AND (id = NEW.id OR training_id = NEW.training_id))
BEGIN SELECT RAISE(ABORT, 'append-only: training_given'); END;

CREATE TRIGGER training_attendance_no_update BEFORE UPDATE ON training_attendance BEGIN SELECT RAISE(ABORT, 'append-only: training_attendance'); END;
CREATE TRIGGER training_attendance_no_delete BEFORE DELETE ON training_attendance BEGIN SELECT RAISE(ABORT, 'append-only: training_attendance'); END;
CREATE TRIGGER training_attendance_no_replace BEFORE INSERT ON training_attendance WHEN EXISTS (SELECT 1 FROM training_attendance WHERE coop_id = NEW.coop_id AND training_id = NEW.training_id AND (place = NEW.place OR person_id = NEW.person_id))
BEGIN SELECT RAISE(ABORT, 'append-only: training_attendance'); END;

CREATE TRIGGER payout_terms_no_update BEFORE UPDATE ON payout_terms BEGIN SELECT RAISE(ABORT, 'append-only: payout_terms'); END;
CREATE TRIGGER payout_terms_no_delete BEFORE DELETE ON payout_terms BEGIN SELECT RAISE(ABORT, 'append-only: payout_terms'); END;
CREATE TRIGGER payout_terms_no_replace BEFORE INSERT ON payout_terms WHEN EXISTS (SELECT 1 FROM payout_terms WHERE coop_id = NEW.coop_id AND id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'append-only: payout_terms'); END;

CREATE TRIGGER support_plan_no_update BEFORE UPDATE ON support_plan BEGIN SELECT RAISE(ABORT, 'append-only: support_plan'); END;
CREATE TRIGGER support_plan_no_delete BEFORE DELETE ON support_plan BEGIN SELECT RAISE(ABORT, 'append-only: support_plan'); END;
CREATE TRIGGER support_plan_no_replace BEFORE INSERT ON support_plan WHEN EXISTS (SELECT 1 FROM support_plan WHERE coop_id = NEW.coop_id AND id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'append-only: support_plan'); END;

CREATE TRIGGER payout_run_no_update BEFORE UPDATE ON payout_run BEGIN SELECT RAISE(ABORT, 'append-only: payout_run'); END;
CREATE TRIGGER payout_run_no_delete BEFORE DELETE ON payout_run BEGIN SELECT RAISE(ABORT, 'append-only: payout_run'); END;
CREATE TRIGGER payout_run_no_replace BEFORE INSERT ON payout_run WHEN EXISTS (SELECT 1 FROM payout_run WHERE coop_id = NEW.coop_id AND id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'append-only: payout_run'); END;

CREATE TRIGGER payout_no_update BEFORE UPDATE ON payout BEGIN SELECT RAISE(ABORT, 'append-only: payout'); END;
CREATE TRIGGER payout_no_delete BEFORE DELETE ON payout BEGIN SELECT RAISE(ABORT, 'append-only: payout'); END;
CREATE TRIGGER payout_no_replace BEFORE INSERT ON payout WHEN EXISTS (SELECT 1 FROM payout WHERE coop_id = NEW.coop_id AND (id = NEW.id OR (owner_id = NEW.owner_id AND turn = NEW.turn)))
BEGIN SELECT RAISE(ABORT, 'append-only: payout'); END;

CREATE TRIGGER payout_step_no_update BEFORE UPDATE ON payout_step BEGIN SELECT RAISE(ABORT, 'append-only: payout_step'); END;
CREATE TRIGGER payout_step_no_delete BEFORE DELETE ON payout_step BEGIN SELECT RAISE(ABORT, 'append-only: payout_step'); END;
CREATE TRIGGER payout_step_no_replace BEFORE INSERT ON payout_step WHEN EXISTS (SELECT 1 FROM payout_step WHERE coop_id = NEW.coop_id AND payout_id = NEW.payout_id AND step = NEW.step)
BEGIN SELECT RAISE(ABORT, 'append-only: payout_step'); END;

CREATE TRIGGER stock_movement_no_update BEFORE UPDATE ON stock_movement BEGIN SELECT RAISE(ABORT, 'append-only: stock_movement'); END;
CREATE TRIGGER stock_movement_no_delete BEFORE DELETE ON stock_movement BEGIN SELECT RAISE(ABORT, 'append-only: stock_movement'); END;
CREATE TRIGGER stock_movement_no_replace BEFORE INSERT ON stock_movement WHEN EXISTS (SELECT 1 FROM stock_movement WHERE coop_id = NEW.coop_id AND document_id = NEW.document_id AND place = NEW.place)
BEGIN SELECT RAISE(ABORT, 'append-only: stock_movement'); END;

CREATE TRIGGER stock_count_no_update BEFORE UPDATE ON stock_count BEGIN SELECT RAISE(ABORT, 'append-only: stock_count'); END;
CREATE TRIGGER stock_count_no_delete BEFORE DELETE ON stock_count BEGIN SELECT RAISE(ABORT, 'append-only: stock_count'); END;
CREATE TRIGGER stock_count_no_replace BEFORE INSERT ON stock_count WHEN EXISTS (SELECT 1 FROM stock_count WHERE coop_id = NEW.coop_id AND id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'append-only: stock_count'); END;

CREATE TRIGGER stock_decision_no_update BEFORE UPDATE ON stock_decision BEGIN SELECT RAISE(ABORT, 'append-only: stock_decision'); END;
CREATE TRIGGER stock_decision_no_delete BEFORE DELETE ON stock_decision BEGIN SELECT RAISE(ABORT, 'append-only: stock_decision'); END;
CREATE TRIGGER stock_decision_no_replace BEFORE INSERT ON stock_decision WHEN EXISTS (SELECT 1 FROM stock_decision WHERE coop_id = NEW.coop_id AND (id = NEW.id OR count_id = NEW.count_id))
BEGIN SELECT RAISE(ABORT, 'append-only: stock_decision'); END;
