//! The API as its own description has it: which operations there are, and whether an answer is as promised.

use serde_json::{Map, Value, json};

use super::Answer;

/// The description.
pub struct Description(Value);

/// Something that can be asked.
#[derive(Clone, Debug)]
pub struct Operation {
    /// `operationId`.
    pub name: String,
    /// `GET` or `POST`.
    pub method: String,
    /// Below `/api/v1`, e.g. `/sales/{id}`.
    pub path: String,
    /// In the path, the query and the headers.
    pub parameters: Vec<Value>,
    /// Its body's schema.
    pub body: Option<Value>,
    /// Its answers by status.
    pub answers: Map<String, Value>,
}

impl Operation {
    /// Whether it takes an `Idempotency-Key`.
    pub fn has_key(&self) -> bool {
        self.parameters.iter().any(|parameter| parameter["in"] == "header" && parameter["name"] == "Idempotency-Key")
    }
}

impl Description {
    /// Of the service under test.
    pub fn new() -> Self {
        Self(serde_json::to_value(gezi::http::openapi()).expect("a description"))
    }

    /// Every operation.
    pub fn operations(&self) -> Vec<Operation> {
        let paths = self.0["paths"].as_object().expect("paths");
        let all = paths.iter().flat_map(|(path, methods)| methods.as_object().into_iter().flatten().map(move |asked| (path, asked)));
        let operation = |(path, (method, said)): (&String, (&String, &Value))| Operation {
            name: said["operationId"].as_str().expect("a name").to_owned(),
            method: method.to_uppercase(),
            path: path.strip_prefix("/api/v1").unwrap_or(path).to_owned(),
            parameters: said["parameters"].as_array().cloned().unwrap_or_default(),
            body: said.pointer("/requestBody/content/application~1json/schema").cloned(),
            answers: said["responses"].as_object().cloned().unwrap_or_default(),
        };
        all.map(operation).collect()
    }

    /// A schema, or the one that it refers to.
    pub fn resolve<'a>(&'a self, schema: &'a Value) -> &'a Value {
        match schema["$ref"].as_str() {
            Some(reference) => self.0.pointer(reference.trim_start_matches('#')).expect("a reference that leads somewhere"),
            None => schema,
        }
    }

    /// Whether an answer is one of those that the operation promises.
    pub fn promised(&self, operation: &Operation, answer: &Answer) -> Result<(), String> {
        let status = answer.status.as_u16();
        let class = format!("{}XX", status / 100);
        let said = operation.answers.get(&status.to_string()).or_else(|| operation.answers.get(&class));
        let said = said.ok_or_else(|| format!("status {status} is not described"))?;
        let Some(contents) = said["content"].as_object() else {
            return if answer.bytes.is_empty() { Ok(()) } else { Err("a body where none is described".to_owned()) };
        };
        let kind = answer.headers.get("content-type").and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        let kind = kind.split(';').next().unwrap_or_default();
        let content = contents.get(kind).ok_or_else(|| format!("content type {kind:?} is not described for {status}"))?;
        if kind.ends_with("json") {
            let body: Value = serde_json::from_slice(&answer.bytes).map_err(|error| format!("no JSON: {error}"))?;
            return self.fits(&content["schema"], &body, "body");
        }
        Ok(())
    }

    /// Whether a value is as its schema says. An object has no fields but those that are described.
    pub fn fits(&self, schema: &Value, value: &Value, at: &str) -> Result<(), String> {
        let schema = self.resolve(schema);
        if let Some(parts) = schema["allOf"].as_array() {
            return self.fits(&self.merged(parts), value, at);
        }
        for many in ["oneOf", "anyOf"] {
            if let Some(parts) = schema[many].as_array() {
                let mut fitting = parts.iter().map(|part| self.fits(part, value, at));
                return fitting.find(Result::is_ok).unwrap_or_else(|| Err(format!("{at}: none of {many}")));
            }
        }
        let kinds: Vec<&str> = match &schema["type"] {
            Value::String(kind) => vec![kind],
            Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect(),
            _ => return Ok(()),
        };
        let kind = match value {
            Value::Null => "null",
            Value::Bool(_) => "boolean",
            Value::Number(number) if number.is_i64() || number.is_u64() => "integer",
            Value::Number(_) => "number",
            Value::String(_) => "string",
            Value::Array(_) => "array",
            Value::Object(_) => "object",
        };
        if !kinds.contains(&kind) {
            return Err(format!("{at}: {kind} where {kinds:?} is described"));
        }
        if let Some(allowed) = schema["enum"].as_array()
            && !allowed.contains(value)
        {
            return Err(format!("{at}: {value} is not one of {allowed:?}"));
        }
        match value {
            Value::String(text) => {
                let fits = match schema["format"].as_str() {
                    Some("uuid") => uuid::Uuid::try_parse(text).is_ok(),
                    Some("date") => text.parse::<chrono::NaiveDate>().is_ok(),
                    Some("date-time") => text.parse::<chrono::DateTime<chrono::Utc>>().is_ok(),
                    _ => true,
                };
                if fits { Ok(()) } else { Err(format!("{at}: {text:?} is no {}", schema["format"])) }
            }
            Value::Array(items) => {
                items.iter().enumerate().try_for_each(|(place, item)| self.fits(&schema["items"], item, &format!("{at}[{place}]")))
            }
            // A plain `object` is free: what a till sent is shown as it came.
            Value::Object(fields) if schema.get("properties").is_some() => self.fields_fit(schema, fields, at),
            _ => Ok(()),
        }
    }

    /// One object of several: a struct with flattened fields is described in parts.
    fn merged(&self, parts: &[Value]) -> Value {
        let (mut properties, mut required) = (Map::new(), Vec::new());
        for part in parts {
            let part = match self.resolve(part) {
                part if part["allOf"].is_array() => self.merged(part["allOf"].as_array().map_or(&[], Vec::as_slice)),
                part => part.clone(),
            };
            properties.extend(part["properties"].as_object().cloned().unwrap_or_default());
            required.extend(part["required"].as_array().cloned().unwrap_or_default());
        }
        json!({ "type": "object", "properties": properties, "required": required })
    }

    fn fields_fit(&self, schema: &Value, fields: &Map<String, Value>, at: &str) -> Result<(), String> {
        for required in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            if !fields.contains_key(required) {
                return Err(format!("{at}.{required} is missing"));
            }
        }
        for (name, value) in fields {
            let known = schema["properties"].get(name).or_else(|| schema.get("additionalProperties").filter(|more| more.is_object()));
            let known = known.ok_or_else(|| format!("{at}.{name} is not described"))?;
            self.fits(known, value, &format!("{at}.{name}"))?;
        }
        Ok(())
    }
}
