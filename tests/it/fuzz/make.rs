//! Makes values for a schema: mostly such as the shop knows, some at the edges of what is allowed, a few from hell.

use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::{dice::Dice, known::Known};
use crate::harness::Description;

/// Makes values.
pub struct Maker<'a> {
    pub description: &'a Description,
    pub dice: Dice,
    /// Ids that answers spoke of.
    pub known: Known,
    /// How many in a hundred values are from hell.
    pub malice: usize,
    /// Whether values lie at the edges of what is allowed, and beyond.
    pub edges: bool,
}

const HELL: &[&str] = &[
    "",
    " ",
    "0",
    "-1",
    "12.5",
    "1e309",
    "NaN",
    "99999999999999",
    "0.001",
    "١٢.٥٠",
    "１２．５０",
    "\u{0}",
    "a\u{0}b",
    "\u{202e}",
    "🧺",
    "null",
    "' OR 1=1 --",
    "../../etc/passwd",
    "<script>",
    "2026-02-30",
    "9999-12-31",
    "0000-01-01",
    "+010000-01-01",
    "2026-06-30T02:00:00+99:99",
    "00000000-0000-0000-0000-000000000000",
    "{}",
    "%00",
    "\r\nx: y",
];
const WORDS: &[&str] =
    &["面包", "手工皂", "A1", "布艺", "mei", "hexie", "cash", "wechat", "voucher", "piece", "kg", "owner", "organiser", "paper"];
const MONEY: &[&str] = &["12.50", "0.00", "0.01", "3.30", "100.00", "999999999.99"];
const NUMBERS: &[&str] = &["1", "2", "3", "1.250", "0.001", "85", "12.5", "10", "5", "100"];

impl Maker<'_> {
    /// An id for a field: known, new, or nobody's.
    pub fn id(&mut self, field: &str) -> Uuid {
        self.known.one(&mut self.dice, field).unwrap_or_else(|| self.new_id())
    }

    /// An id that nobody has yet.
    pub fn new_id(&mut self) -> Uuid {
        Uuid::from_u128((u128::try_from(self.dice.below(usize::MAX)).unwrap() << 64) | (7 << 76) | (2 << 62) | 1)
    }

    /// A value for a schema. `name` is the field's.
    pub fn value(&mut self, schema: &Value, name: &str) -> Value {
        let description = self.description;
        let schema = description.resolve(schema);
        if self.dice.below(1000) < self.malice * 10 {
            return self.hostile();
        }
        for many in ["oneOf", "anyOf"] {
            if let Some(parts) = schema[many].as_array() {
                let part = self.dice.pick(parts).clone();
                return self.value(&part, name);
            }
        }
        if let Some(parts) = schema["allOf"].as_array() {
            let made = parts.iter().map(|part| self.value(part, name));
            let merged = made.filter_map(|part| part.as_object().cloned()).flatten().collect::<Map<_, _>>();
            return Value::Object(merged);
        }
        if let Some(allowed) = schema["enum"].as_array() {
            return self.dice.pick(allowed).clone();
        }
        let kind = match &schema["type"] {
            Value::Array(kinds) if self.dice.percent(30) && kinds.contains(&json!("null")) => return Value::Null,
            Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).find(|kind| *kind != "null"),
            kind => kind.as_str(),
        };
        match kind {
            Some("string") => Value::String(self.text(schema, name)),
            Some("integer" | "number") => self.number(schema),
            Some("null") => Value::Null,
            Some("boolean") => Value::Bool(self.dice.percent(50)),
            Some("array") => {
                let most = if self.edges && self.dice.percent(1) { 260 } else { 3 };
                let many = self.dice.below(most + 1).max(usize::from(self.dice.percent(70)));
                Value::Array((0..many).map(|_| self.value(&schema["items"], name)).collect())
            }
            Some("object") => self.object(schema),
            _ => json!({}),
        }
    }

    fn object(&mut self, schema: &Value) -> Value {
        let required: Vec<&str> = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let mut made = Map::new();
        for (name, field) in schema["properties"].as_object().into_iter().flatten() {
            let odds = if !required.contains(&name.as_str()) {
                40
            } else if self.edges {
                99
            } else {
                100
            };
            if self.dice.percent(odds) {
                made.insert(name.clone(), self.value(field, name));
            }
        }
        if self.dice.below(1000) < self.malice * 5 {
            made.insert("surprise".to_owned(), self.hostile());
        }
        Value::Object(made)
    }

    /// A text for a schema.
    pub fn text(&mut self, schema: &Value, name: &str) -> String {
        let (edges, dice) = (self.edges, &mut self.dice);
        match schema["format"].as_str() {
            Some("uuid") => return self.id(name).to_string(),
            Some("date") => {
                return match dice.below(10) {
                    0 if edges => dice.one(&["0001-01-01", "9999-12-31", "2031-01-01", "1969-12-31"]).to_owned(),
                    _ => format!("2026-{:02}-{:02}", 5 + dice.below(4), 1 + dice.below(30)),
                };
            }
            Some("date-time") => {
                return match dice.below(10) {
                    0 if edges => {
                        dice.one(&["0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999Z", "2031-01-01T00:00:00+08:00"]).to_owned()
                    }
                    _ => format!("2026-06-30T{:02}:{:02}:00Z", dice.below(24), dice.below(60)),
                };
            }
            _ => {}
        }
        if let Some(known) = self.known.text(dice, name).filter(|_| dice.percent(50)) {
            return known;
        }
        if name == "month" && (!edges || dice.percent(80)) {
            return dice.one(&["2026-04", "2026-05", "2026-06", "2026-07"]).to_owned();
        }
        if let Some(example) = schema["example"].as_str().filter(|_| !edges || dice.percent(40)) {
            return example.to_owned();
        }
        // `^(piece|kg)$` is a choice.
        let choice = schema["pattern"].as_str().and_then(|pattern| pattern.strip_prefix("^(")?.strip_suffix(")$"));
        if let Some(choice) =
            choice.filter(|choice| (!edges || dice.percent(95)) && choice.chars().all(|c| c.is_ascii_lowercase() || "_|".contains(c)))
        {
            return dice.one(&choice.split('|').collect::<Vec<_>>()).to_owned();
        }
        let longest = schema["maxLength"].as_u64().and_then(|longest| usize::try_from(longest).ok());
        if edges && dice.percent(2) {
            let over = longest.unwrap_or(5000) + dice.below(2);
            return "字".repeat(over);
        }
        let like_money = ["price", "amount", "total", "float", "brought", "taken", "discount", "denomination", "cap", "donated", "change"];
        if like_money.iter().any(|like| name.contains(like)) {
            return dice.one(MONEY).to_owned();
        }
        if name.contains("quantity") || name.contains("percent") {
            return dice.one(NUMBERS).to_owned();
        }
        let list = if dice.percent(70) { WORDS } else { NUMBERS };
        dice.one(list).to_owned()
    }

    fn number(&mut self, schema: &Value) -> Value {
        let (least, most) = (schema["minimum"].as_i64(), schema["maximum"].as_i64());
        match if self.edges { self.dice.below(20) } else { 20 } {
            0 => json!(least.unwrap_or(i64::MIN)),
            1 => json!(most.unwrap_or(i64::MAX)),
            2 => json!(least.map_or(-1, |least| least.saturating_sub(1))),
            3 => json!(most.map_or(i64::MIN, |most| most.saturating_add(1))),
            _ => json!(least.unwrap_or(0).max(1) + i64::try_from(self.dice.below(9)).unwrap()),
        }
    }

    /// Something that nobody should send.
    pub fn hostile(&mut self) -> Value {
        match self.dice.below(12) {
            0 => Value::Null,
            1 => json!(true),
            2 => json!(-1),
            3 => json!(i64::MAX),
            4 => json!(1e300),
            5 => json!([]),
            6 => json!({}),
            7 => (0..100).fold(json!(1), |inner, _| json!([inner])),
            8 => json!("x".repeat(70_000)),
            _ => json!(self.dice.one(HELL)),
        }
    }
}
