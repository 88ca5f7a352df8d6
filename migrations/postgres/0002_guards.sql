-- What was written stays as it was written. A Citus cluster replaces these triggers by privileges.
CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'append-only: % of % is refused', TG_OP, TG_TABLE_NAME;
END $$;

CREATE TRIGGER command_no_change BEFORE UPDATE OR DELETE ON command FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER command_no_truncate BEFORE TRUNCATE ON command FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TRIGGER entry_no_change BEFORE UPDATE OR DELETE ON entry FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER entry_no_truncate BEFORE TRUNCATE ON entry FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TRIGGER posting_no_change BEFORE UPDATE OR DELETE ON posting FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER posting_no_truncate BEFORE TRUNCATE ON posting FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TRIGGER shift_no_change BEFORE UPDATE OR DELETE ON shift FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER shift_no_truncate BEFORE TRUNCATE ON shift FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TRIGGER shift_close_no_change BEFORE UPDATE OR DELETE ON shift_close FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER shift_close_no_truncate BEFORE TRUNCATE ON shift_close FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TRIGGER cash_count_no_change BEFORE UPDATE OR DELETE ON cash_count FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER cash_count_no_truncate BEFORE TRUNCATE ON cash_count FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TRIGGER cash_movement_no_change BEFORE UPDATE OR DELETE ON cash_movement FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER cash_movement_no_truncate BEFORE TRUNCATE ON cash_movement FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TRIGGER sale_no_change BEFORE UPDATE OR DELETE ON sale FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER sale_no_truncate BEFORE TRUNCATE ON sale FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TRIGGER sale_line_no_change BEFORE UPDATE OR DELETE ON sale_line FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER sale_line_no_truncate BEFORE TRUNCATE ON sale_line FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TRIGGER sale_part_no_change BEFORE UPDATE OR DELETE ON sale_part FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER sale_part_no_truncate BEFORE TRUNCATE ON sale_part FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TRIGGER tender_no_change BEFORE UPDATE OR DELETE ON tender FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER tender_no_truncate BEFORE TRUNCATE ON tender FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TRIGGER refund_no_change BEFORE UPDATE OR DELETE ON refund FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER refund_no_truncate BEFORE TRUNCATE ON refund FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TRIGGER returned_line_no_change BEFORE UPDATE OR DELETE ON returned_line FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER returned_line_no_truncate BEFORE TRUNCATE ON returned_line FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TRIGGER returned_part_no_change BEFORE UPDATE OR DELETE ON returned_part FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER returned_part_no_truncate BEFORE TRUNCATE ON returned_part FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TRIGGER allocation_no_change BEFORE UPDATE OR DELETE ON allocation FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER allocation_no_truncate BEFORE TRUNCATE ON allocation FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TRIGGER allocation_part_no_change BEFORE UPDATE OR DELETE ON allocation_part FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER allocation_part_no_truncate BEFORE TRUNCATE ON allocation_part FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TRIGGER agreement_share_no_change BEFORE UPDATE OR DELETE ON agreement_share FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER agreement_share_no_truncate BEFORE TRUNCATE ON agreement_share FOR EACH STATEMENT EXECUTE FUNCTION append_only();

-- A version is never edited; the second signature and the consent are added once, or it is withdrawn.
CREATE TRIGGER agreement_version_no_update BEFORE UPDATE ON agreement_version FOR EACH ROW
WHEN (NEW.coop_id <> OLD.coop_id OR NEW.id <> OLD.id OR NEW.grid_id <> OLD.grid_id OR NEW.lot_id IS DISTINCT FROM OLD.lot_id OR NEW.effective_on <> OLD.effective_on OR NEW.proposed_by <> OLD.proposed_by OR NEW.proposed_at <> OLD.proposed_at
    OR (OLD.approved_at IS NOT NULL AND (NEW.approved_by IS DISTINCT FROM OLD.approved_by OR NEW.approved_at IS DISTINCT FROM OLD.approved_at))
    OR (OLD.consented_at IS NOT NULL AND (NEW.consent_logged_by IS DISTINCT FROM OLD.consent_logged_by OR NEW.consent_manner IS DISTINCT FROM OLD.consent_manner OR NEW.consented_at IS DISTINCT FROM OLD.consented_at))
    OR (OLD.withdrawn_at IS NOT NULL AND (NEW.withdrawn_by IS DISTINCT FROM OLD.withdrawn_by OR NEW.withdrawn_at IS DISTINCT FROM OLD.withdrawn_at)))
EXECUTE FUNCTION append_only();
CREATE TRIGGER agreement_version_no_delete BEFORE DELETE ON agreement_version FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER agreement_version_no_truncate BEFORE TRUNCATE ON agreement_version FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TRIGGER good_price_no_change BEFORE UPDATE OR DELETE ON good_price FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER good_price_no_truncate BEFORE TRUNCATE ON good_price FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TRIGGER grid_owner_no_change BEFORE UPDATE OR DELETE ON grid_owner FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER grid_owner_no_truncate BEFORE TRUNCATE ON grid_owner FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TRIGGER membership_no_change BEFORE UPDATE OR DELETE ON membership FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER membership_no_truncate BEFORE TRUNCATE ON membership FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TRIGGER person_read_no_change BEFORE UPDATE OR DELETE ON person_read FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER person_read_no_truncate BEFORE TRUNCATE ON person_read FOR EACH STATEMENT EXECUTE FUNCTION append_only();

-- After an erasure a statement's bytes are dropped; number, hash and sums stay.
CREATE TRIGGER statement_no_update BEFORE UPDATE ON statement FOR EACH ROW
WHEN (NEW.pdf IS NOT NULL OR NEW.number <> OLD.number OR NEW.owner_id <> OLD.owner_id OR NEW.month <> OLD.month
    OR NEW.head_number <> OLD.head_number OR NEW.head_hash <> OLD.head_hash OR NEW.opening <> OLD.opening
    OR NEW.closing <> OLD.closing OR NEW.pdf_hash <> OLD.pdf_hash)
EXECUTE FUNCTION append_only();
CREATE TRIGGER statement_no_delete BEFORE DELETE ON statement FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER statement_no_truncate BEFORE TRUNCATE ON statement FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TRIGGER image_no_change BEFORE UPDATE OR DELETE ON image FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER image_no_truncate BEFORE TRUNCATE ON image FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TRIGGER instalment_no_change BEFORE UPDATE OR DELETE ON instalment FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER instalment_no_truncate BEFORE TRUNCATE ON instalment FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TRIGGER supporter_wish_no_change BEFORE UPDATE OR DELETE ON supporter_wish FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER supporter_wish_no_truncate BEFORE TRUNCATE ON supporter_wish FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TRIGGER office_event_no_change BEFORE UPDATE OR DELETE ON office_event FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER office_event_no_truncate BEFORE TRUNCATE ON office_event FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TRIGGER paper_no_change BEFORE UPDATE OR DELETE ON paper FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER paper_no_truncate BEFORE TRUNCATE ON paper FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TRIGGER instrument_paper_no_change BEFORE UPDATE OR DELETE ON instrument_paper FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER instrument_paper_no_truncate BEFORE TRUNCATE ON instrument_paper FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TRIGGER office_line_no_change BEFORE UPDATE OR DELETE ON office_line FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER office_line_no_truncate BEFORE TRUNCATE ON office_line FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TRIGGER site_rent_no_change BEFORE UPDATE OR DELETE ON site_rent FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER site_rent_no_truncate BEFORE TRUNCATE ON site_rent FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TRIGGER rent_run_no_change BEFORE UPDATE OR DELETE ON rent_run FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER rent_run_no_truncate BEFORE TRUNCATE ON rent_run FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TRIGGER rent_charge_no_change BEFORE UPDATE OR DELETE ON rent_charge FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER rent_charge_no_truncate BEFORE TRUNCATE ON rent_charge FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TRIGGER lot_event_no_change BEFORE UPDATE OR DELETE ON lot_event FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER lot_event_no_truncate BEFORE TRUNCATE ON lot_event FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TRIGGER training_learner_no_change BEFORE UPDATE OR DELETE ON training_learner FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER training_learner_no_truncate BEFORE TRUNCATE ON training_learner FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TRIGGER training_given_no_change BEFORE UPDATE OR DELETE ON training_given FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER training_given_no_truncate BEFORE TRUNCATE ON training_given FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TRIGGER training_attendance_no_change BEFORE UPDATE OR DELETE ON training_attendance FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER training_attendance_no_truncate BEFORE TRUNCATE ON training_attendance FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TRIGGER payout_terms_no_change BEFORE UPDATE OR DELETE ON payout_terms FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER payout_terms_no_truncate BEFORE TRUNCATE ON payout_terms FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TRIGGER support_plan_no_change BEFORE UPDATE OR DELETE ON support_plan FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER support_plan_no_truncate BEFORE TRUNCATE ON support_plan FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TRIGGER payout_run_no_change BEFORE UPDATE OR DELETE ON payout_run FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER payout_run_no_truncate BEFORE TRUNCATE ON payout_run FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TRIGGER payout_no_change BEFORE UPDATE OR DELETE ON payout FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER payout_no_truncate BEFORE TRUNCATE ON payout FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TRIGGER payout_step_no_change BEFORE UPDATE OR DELETE ON payout_step FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER payout_step_no_truncate BEFORE TRUNCATE ON payout_step FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TRIGGER stock_movement_no_change BEFORE UPDATE OR DELETE ON stock_movement FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER stock_movement_no_truncate BEFORE TRUNCATE ON stock_movement FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TRIGGER stock_count_no_change BEFORE UPDATE OR DELETE ON stock_count FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER stock_count_no_truncate BEFORE TRUNCATE ON stock_count FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TRIGGER stock_decision_no_change BEFORE UPDATE OR DELETE ON stock_decision FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER stock_decision_no_truncate BEFORE TRUNCATE ON stock_decision FOR EACH STATEMENT EXECUTE FUNCTION append_only();
