//! Two people: the second signature is by somebody else, and not through an account that the first one holds in hand.
//!
//! Whoever gives logins and offices can make a person out of nothing. So a person is in another's hand as long as they sign in
//! with the password which that one set, or if every office that lets them sign came from that one; and so on along the chain.
//! Nor are two of them two as long as a third knows both their passwords: that one can sign as both.

use std::collections::{HashMap, HashSet};

use super::{ctx::Ctx, refusal::Refusal};
use crate::{
    auth::{policy::Permission, role::Role},
    domain::id::PersonId,
    store::{
        logins::{self, SetRow},
        roles::{self, GrantRow},
    },
};

/// Refuses two signatures of one person, also through a second account.
pub async fn check<P: Permission>(ctx: &mut Ctx<'_>, first: PersonId, second: PersonId) -> Result<(), Refusal> {
    if first == second {
        return Err(Refusal::SamePersonTwice);
    }
    let coop = ctx.coop();
    let set = logins::set_by_others(ctx.tx, coop).await?;
    let grants = roles::all(ctx.tx, coop).await?;
    let offices: Vec<GrantRow> = grants.into_iter().filter(|grant| is_office::<P>(&grant.role)).collect();
    if hands(first, &set, &offices).contains(&second) || hands(second, &set, &offices).contains(&first) {
        return Err(Refusal::SecondAccount);
    }
    if !knowing(first, &set).is_disjoint(&knowing(second, &set)) {
        return Err(Refusal::PasswordsOfOne);
    }
    Ok(())
}

fn is_office<P: Permission>(slug: &str) -> bool {
    Role::parse(slug).is_some_and(|role| P::RULE.all.contains(&role))
}

/// Everybody who set the password that a person still signs in with, and whoever so can sign in as one who did.
fn knowing(person: PersonId, set: &[SetRow]) -> HashSet<PersonId> {
    let mut knowing = HashSet::new();
    let mut of = person;
    while let Some(by) = set.iter().find(|row| row.person_id == of).and_then(|row| row.set_by) {
        if !knowing.insert(by) {
            break;
        }
        of = by;
    }
    knowing
}

/// Everybody who is in a person's hand, and that person.
fn hands(person: PersonId, set: &[SetRow], offices: &[GrantRow]) -> HashSet<PersonId> {
    let mut of: HashMap<PersonId, Vec<&GrantRow>> = HashMap::new();
    for grant in offices {
        of.entry(grant.person_id).or_default().push(grant);
    }
    // Offices that ended still tell where those came from who have none today.
    for grants in of.values_mut() {
        if grants.iter().any(|grant| grant.ended_at.is_none()) {
            grants.retain(|grant| grant.ended_at.is_none());
        }
    }
    let mut hands = HashSet::from([person]);
    loop {
        let before = hands.len();
        let held = |hands: &HashSet<PersonId>, by: Option<PersonId>| by.is_some_and(|by| hands.contains(&by));
        let by_login: Vec<PersonId> = set.iter().filter(|row| held(&hands, row.set_by)).map(|row| row.person_id).collect();
        hands.extend(by_login);
        let by_office: Vec<PersonId> =
            of.iter().filter(|(_, grants)| grants.iter().all(|grant| held(&hands, grant.granted_by))).map(|(person, _)| *person).collect();
        hands.extend(by_office);
        if hands.len() == before {
            return hands;
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::time::Ts;

    fn who(n: u128) -> PersonId {
        PersonId(Uuid::from_u128(n))
    }

    fn office(person: u128, by: Option<u128>, ended: bool) -> GrantRow {
        GrantRow {
            id: Uuid::from_u128(person),
            person_id: who(person),
            role: Role::Treasurer.slug().to_owned(),
            ward_id: None,
            granted_by: by.map(who),
            granted_at: Ts(0),
            ended_by: None,
            ended_at: ended.then_some(Ts(1)),
        }
    }

    #[test]
    fn a_hand_reaches_along_the_chain_and_no_further_than_it_gave() {
        let offices = [
            office(1, None, false),
            office(2, Some(1), true),
            office(3, Some(2), false),
            office(4, Some(1), false),
            office(4, None, false),
        ];
        assert_eq!(hands(who(1), &[], &offices), HashSet::from([who(1), who(2), who(3)]));
        assert_eq!(hands(who(3), &[], &offices), HashSet::from([who(3)]));
        let set = [SetRow { person_id: who(4), set_by: Some(who(3)), set_at: Ts(0), own_since: None }];
        assert!(hands(who(1), &set, &offices).contains(&who(4)));
    }

    #[test]
    fn who_set_a_password_knows_it_and_so_does_who_set_theirs() {
        let set = |person, by| SetRow { person_id: who(person), set_by: Some(who(by)), set_at: Ts(0), own_since: None };
        let chain = [set(2, 1), set(3, 2), set(5, 6), set(6, 5)];
        assert_eq!(knowing(who(3), &chain), HashSet::from([who(1), who(2)]));
        assert_eq!(knowing(who(1), &chain), HashSet::new());
        assert_eq!(knowing(who(5), &chain), HashSet::from([who(5), who(6)]), "in a ring it ends");
    }
}
