//! Sets the stage on the eve of the first day: people, sites, grids, goods, agreements, tills.

use std::net::{IpAddr, Ipv4Addr};

use futures::future::try_join_all;

use super::{
    cast::{FAMILIES, FREE_TILL, HELPER, LOGINS, ORGANISER, OTHERS, Other, PICTURED, PLACES, TREASURER, WARD},
    plan::{self, Plan},
    teller::Teller,
};
use crate::{
    app::{
        Refusal,
        agreements::{ApproveVersion, LogConsent, NewShare, ProposeVersion},
        approvals,
        format::fields::{Money, PercentText},
        logins,
        office::AddInstrument,
        people::{AddPerson, GiveRole, Particulars},
        sellers,
        service::operator,
        shop::{AddGood, AddGrid, AddSite, GiveGrid, NewDoor, NewLook},
        tills::{AddTill, EnrolmentCode, ShowCode, enrol},
    },
    auth::{
        actor::{Actor, Who},
        role::Role,
    },
    domain::{
        id::{InstrumentId, PersonId, TillId, VersionId},
        money::Unit,
        time::Date,
    },
    store::tills,
};

/// What nobody may guess; random for each data folder.
#[derive(Clone, Debug, Default)]
pub struct Secrets {
    /// Of each login in [`LOGINS`], in that order.
    pub passwords: Vec<String>,
    /// The helper's PIN.
    pub pin: String,
}

/// The grid whose agreement is signed a week late: what it sells until then waits to be allocated.
pub const LATE: &str = "B10";

/// Sets everything up.
pub async fn set(teller: &Teller, plan: Plan, secrets: &Secrets) -> Result<(), Refusal> {
    teller.it_is(plan.eve());
    people(teller, plan, secrets).await?;
    shop(teller, plan).await?;
    agreements(teller, plan).await?;
    for place in PLACES {
        for name in place.tills {
            let till = add_till(teller, plan, place.letter, name).await?;
            let_in(teller, till).await?;
        }
    }
    let free = PLACES.first().map_or('A', |place| place.letter);
    add_till(teller, plan, free, FREE_TILL).await?;
    Ok(())
}

async fn people(teller: &Teller, plan: Plan, secrets: &Secrets) -> Result<(), Refusal> {
    let keys = &teller.service.keys;
    let joined = plan.first.pred_opt();
    let mut faces = (1..=24).cycle().map(|number| format!("face-{number}"));
    for family in FAMILIES {
        let person = AddPerson {
            keys: keys.clone(),
            code: Some(family.code.to_owned()),
            kind: "person".to_owned(),
            nickname: Some(family.nickname.to_owned()),
            face: faces.next(),
            support_plan: family.support_plan.to_owned(),
            joined_on: joined.filter(|_| family.is_member),
            particulars: Particulars::named(family.name),
        };
        add(teller, family.code, person, Role::Stallholder, None).await?;
    }
    let ward = FAMILIES.get(WARD).map(|family| plan.person(family.code));
    for other in OTHERS {
        let person = AddPerson {
            keys: keys.clone(),
            code: Some(other.code.to_owned()),
            kind: other.kind.to_owned(),
            nickname: Some(called(other)),
            // A house has no face.
            face: if other.kind == "person" { faces.next() } else { None },
            support_plan: "independent".to_owned(),
            joined_on: None,
            particulars: Particulars::named(other.name),
        };
        add(teller, other.code, person, other.role, ward.filter(|_| other.role == Role::Guardian)).await?;
    }
    for (login, password) in LOGINS.iter().zip(&secrets.passwords) {
        let person = plan.person(&code_of(login));
        logins::set_login(&teller.service, &operator(teller.coop), person, login, password.clone()).await?;
    }
    for (family, pictures) in PICTURED {
        sellers::set_pictures(&teller.service, operator(teller.coop), plan.person(family), pictures).await?;
    }
    let who = Who::Person { id: plan.person(HELPER), roles: vec![Role::Helper], wards: Vec::new() };
    approvals::set_pin(&teller.service, Actor { coop: teller.coop, who }, secrets.pin.clone()).await
}

/// As people are called who work together: without the family's name. A house says its own, less the remark that it is invented.
fn called(other: &Other) -> String {
    if other.kind == "person" { other.name.chars().skip(1).collect() } else { other.name.replace("（虚构）", "") }
}

/// A family's login is its code in small letters.
fn code_of(login: &str) -> String {
    let family = FAMILIES.iter().find(|family| family.code.eq_ignore_ascii_case(login));
    family.map_or(login, |family| family.code).to_owned()
}

async fn add(teller: &Teller, code: &str, person: AddPerson, role: Role, ward: Option<PersonId>) -> Result<(), Refusal> {
    let person = PersonId(teller.orders(&plan::person(code), person).await?);
    teller.orders(&format!("role {code}"), GiveRole { person, role: role.slug().to_owned(), ward }).await?;
    Ok(())
}

async fn shop(teller: &Teller, plan: Plan) -> Result<(), Refusal> {
    let organiser = plan.person(ORGANISER);
    for place in PLACES {
        let door = NewDoor { address: Some(place.address.to_owned()), opening: Some(place.opening.to_owned()) };
        let site = AddSite { name: place.name.to_owned(), door };
        teller.asks(organiser, &plan::site(place.letter), site).await?;
    }
    for (code, family) in plan::grids().into_iter().zip(FAMILIES.iter().cycle()) {
        let site = plan.site(code.chars().next().unwrap_or('A'));
        teller.asks(organiser, &plan::grid(code), AddGrid { site, code: code.to_owned() }).await?;
        let given = GiveGrid { grid: plan.grid(code), owner: plan.person(family.code), from_day: plan.first };
        teller.asks(organiser, &format!("owner {code}"), given).await?;
    }
    let unit = Unit::cny();
    let goods = plan::goods();
    let add = |good: &plan::Good| {
        let added = AddGood {
            grid: plan.grid(good.grid),
            lot: None,
            name: good.name.to_owned(),
            measure: good.measure.slug().to_owned(),
            barcode: good.barcode.map(str::to_owned),
            price: Some(Money::of(good.price, &unit)),
            look: NewLook { drawing: good.drawing.map(str::to_owned), image: None },
        };
        let label = plan::good(good);
        async move { teller.asks(organiser, &label, added).await }
    };
    try_join_all(goods.iter().map(add)).await?;
    Ok(())
}

/// A supporter's share of sales.
pub struct Support {
    /// Of each line's base.
    pub percent: &'static str,
    /// Whose.
    pub person: PersonId,
    /// Under which terms.
    pub instrument: InstrumentId,
}

async fn agreements(teller: &Teller, plan: Plan) -> Result<(), Refusal> {
    let treasurer = plan.person(TREASURER);
    let cap = Some(Money("300.00".to_owned()));
    // One for as long as it is agreed, one that ends when it has received its cap, one until a day.
    let terms = [("supporter", "5", None, None), ("supporter2", "4", cap, None), ("supporter3", "2", None, Some(plan.day(400)))];
    let mut supports = Vec::new();
    for (code, percent, cap, ends_on) in terms {
        let person = plan.person(code);
        let added = AddInstrument::share_of_sales(person, cap, ends_on);
        let instrument = InstrumentId(teller.asks(treasurer, &format!("instrument {code}"), added).await?);
        supports.push(Support { percent, person, instrument });
    }
    let grids = plan::grids().into_iter().zip(FAMILIES.iter().cycle());
    for ((code, family), support) in grids.zip(supports.iter().cycle()) {
        if code != LATE {
            agree(teller, plan, &plan::version(code), code, plan.person(family.code), shares("10", support), plan.first).await?;
        }
    }
    Ok(())
}

/// The owner's share is what the others leave.
#[must_use]
pub fn shares(commission: &str, support: &Support) -> Vec<NewShare> {
    let share = |party: &str, percent: String| NewShare {
        party: party.to_owned(),
        person: None,
        percent: PercentText(percent),
        instrument: None,
        fallback: None,
    };
    let taken = [commission, support.percent].iter().filter_map(|percent| percent.parse::<u8>().ok()).sum::<u8>();
    let owner = 100_u8.saturating_sub(taken);
    vec![
        share("owner", owner.to_string()),
        share("cooperative", commission.to_owned()),
        NewShare { person: Some(support.person), instrument: Some(support.instrument), ..share("supporter", support.percent.to_owned()) },
    ]
}

/// Proposed by the organiser, approved by the treasurer, consented to by the owner.
pub async fn agree(
    teller: &Teller,
    plan: Plan,
    label: &str,
    grid: &str,
    owner: PersonId,
    shares: Vec<NewShare>,
    effective_on: Date,
) -> Result<(), Refusal> {
    let version = offer(teller, plan, label, grid, shares, effective_on).await?;
    let consent = LogConsent { version, manner: None, signed_by: None };
    teller.asks(owner, &format!("{label}, consent"), consent).await?;
    Ok(())
}

/// Proposed by the organiser and approved by the treasurer: it waits for the owner's word.
pub async fn offer(
    teller: &Teller,
    plan: Plan,
    label: &str,
    grid: &str,
    shares: Vec<NewShare>,
    effective_on: Date,
) -> Result<VersionId, Refusal> {
    let version = propose(teller, plan, label, grid, shares, effective_on).await?;
    let approved = ApproveVersion { version, signed_by: None };
    teller.asks(plan.person(TREASURER), &format!("{label}, approved"), approved).await?;
    Ok(version)
}

/// Proposed by the organiser.
pub async fn propose(
    teller: &Teller,
    plan: Plan,
    label: &str,
    grid: &str,
    shares: Vec<NewShare>,
    effective_on: Date,
) -> Result<VersionId, Refusal> {
    let proposed = ProposeVersion { grid: plan.grid(grid), lot: None, effective_on, shares, signed_by: None };
    Ok(VersionId(teller.asks(plan.person(ORGANISER), label, proposed).await?))
}

async fn add_till(teller: &Teller, plan: Plan, letter: char, name: &str) -> Result<TillId, Refusal> {
    let added = AddTill { site: plan.site(letter), name: name.to_owned() };
    Ok(TillId(teller.asks(plan.person(ORGANISER), &plan::till(name), added).await?))
}

/// Lets a till in, once. Nobody keeps the token: the story's tills have told all they had to tell.
async fn let_in(teller: &Teller, till: TillId) -> Result<(), Refusal> {
    let mut tx = teller.service.db.snapshot().await?;
    let known = tills::token(&mut tx, teller.coop, till, 1).await?.is_some();
    drop(tx);
    if !known {
        token(teller, till).await?;
    }
    Ok(())
}

/// Enrols a till and gives its token.
pub async fn token(teller: &Teller, till: TillId) -> Result<String, Refusal> {
    let service = &teller.service;
    let code = EnrolmentCode::fresh(service.chance.bytes());
    let hash = code.hash(&service.keys, teller.coop);
    service.send(teller.coop, ShowCode { till, code: hash }).await?;
    let token = enrol(service, Some(super::CODE), &code.shown(), IpAddr::V4(Ipv4Addr::LOCALHOST)).await?;
    Ok(token.text())
}
