//! Who is in the story and what stands where. Every name is invented: made of plants, weather and things, each followed by 小.
//! Nothing is said about anybody's health.

use crate::auth::{picture::Picture, role::Role};

/// A family with a grid or two.
pub struct Family {
    /// On the list of people.
    pub code: &'static str,
    /// Invented.
    pub name: &'static str,
    /// On tiles and papers.
    pub nickname: &'static str,
    /// Whether it has joined the cooperative.
    pub is_member: bool,
    /// How much help it has with payouts.
    pub support_plan: &'static str,
}

const fn family(code: &'static str, name: &'static str, nickname: &'static str, is_member: bool, support_plan: &'static str) -> Family {
    Family { code, name, nickname, is_member, support_plan }
}

const ALONE: &str = "independent";

/// Twenty families, three of them with a support plan.
pub const FAMILIES: &[Family] = &[
    family("H01", "云小朵", "云朵家", true, ALONE),
    family("H02", "麦小穗", "麦穗家", true, ALONE),
    family("H03", "石小榴", "石榴家", true, "helper_confirms"),
    family("H04", "竹小笋", "竹笋家", true, ALONE),
    family("H05", "松小果", "松果家", true, ALONE),
    family("H06", "荷小塘", "荷塘家", false, ALONE),
    family("H07", "柿小红", "柿子家", true, ALONE),
    family("H08", "橘小灯", "橘灯家", true, "guardian_co_signs"),
    family("H09", "杏小雨", "杏雨家", true, ALONE),
    family("H10", "梨小白", "梨白家", false, ALONE),
    family("H11", "葱小花", "葱花家", true, ALONE),
    family("H12", "豆小芽", "豆芽家", true, ALONE),
    family("H13", "藕小节", "藕节家", true, ALONE),
    family("H14", "桑小葚", "桑葚家", true, "helper_confirms"),
    family("H15", "枣小甜", "枣甜家", false, ALONE),
    family("H16", "菱小角", "菱角家", true, ALONE),
    family("H17", "茶小叶", "茶叶家", true, ALONE),
    family("H18", "棉小絮", "棉絮家", false, ALONE),
    family("H19", "苇小荡", "苇荡家", true, ALONE),
    family("H20", "梅小酸", "梅子家", false, ALONE),
];

/// Families that say at the till who they are with three pictures; the others' faces are enough.
pub const PICTURED: &[(&str, [Picture; 3])] =
    &[("H03", [Picture::Fish, Picture::Flower, Picture::Moon]), ("H05", [Picture::Cat, Picture::House, Picture::Boat])];

/// The family whose interests the guardian looks after.
pub const WARD: usize = 7;

/// Somebody who works for the cooperative, or supports it.
pub struct Other {
    /// On the list of people, and the login.
    pub code: &'static str,
    /// Invented.
    pub name: &'static str,
    /// `person`, `organisation` or `fund`.
    pub kind: &'static str,
    /// What they are to the cooperative.
    pub role: Role,
}

const fn other(code: &'static str, name: &'static str, kind: &'static str, role: Role) -> Other {
    Other { code, name, kind, role }
}

/// Whoever proposes and adds.
pub const ORGANISER: &str = "organiser";
/// Whoever approves and keeps the books.
pub const TREASURER: &str = "treasurer";
/// Whoever approves refunds.
pub const HELPER: &str = "helper";
/// Whoever is at the till where no stallholder is: nobody approves a refund of their own.
pub const CASHIER: &str = "helper2";

/// Everybody else, the five love shareholders last.
pub const OTHERS: &[Other] = &[
    other(ORGANISER, "塔小尖", "person", Role::Organiser),
    other(TREASURER, "算小盘", "person", Role::Treasurer),
    other(HELPER, "灯小芯", "person", Role::Helper),
    other(CASHIER, "桥小墩", "person", Role::Helper),
    other("auditor", "秤小星", "person", Role::Auditor),
    other("guardian", "伞小骨", "person", Role::Guardian),
    other("supporter", "月亮湾书店（虚构）", "organisation", Role::LoveShareholder),
    other("supporter2", "蓝鲸面包房（虚构）", "organisation", Role::LoveShareholder),
    other("supporter3", "萤火虫互助金（虚构）", "fund", Role::LoveShareholder),
    other("supporter4", "鹭小白", "person", Role::LoveShareholder),
    other("supporter5", "纸飞机公益社（虚构）", "organisation", Role::LoveShareholder),
];

/// Whoever can sign in: a stallholder's login is the family's code.
pub const LOGINS: &[&str] = &[ORGANISER, TREASURER, HELPER, "auditor", "guardian", "supporter", "h01"];

/// A site, the first letter of its grids' codes, and its tills.
pub struct Place {
    /// Its name.
    pub name: &'static str,
    /// Grids' codes begin with it.
    pub letter: char,
    /// Where it is.
    pub address: &'static str,
    /// When somebody is there.
    pub opening: &'static str,
    /// What its tills are called.
    pub tills: &'static [&'static str],
}

/// Two sites.
pub const PLACES: &[Place] = &[
    Place {
        name: "梧桐社区中心",
        letter: 'A',
        address: "梧桐路 12 号（虚构），大门进来左手边",
        opening: "每天 9:00 – 19:00",
        tills: &["一号收银台", "二号收银台"],
    },
    Place {
        name: "河边市集", letter: 'B', address: "河边街 3 号（虚构），桥头", opening: "每天 8:00 – 18:00", tills: &["三号收银台"]
    },
];

/// The till that is left to whoever tries the demo.
pub const FREE_TILL: &str = "体验收银台";

/// 24 grids and their goods: grid, name, measure, price, barcode. Barcodes begin with 20, as shops' own do.
pub const GOODS: &str = include_str!("goods.csv");
