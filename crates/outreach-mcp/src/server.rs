//! What the protocol asks, and who answers it.

use outreach_io::Fault;
use rmcp::model::{
    CallToolRequestParams, CallToolResponse, ErrorCode, GetPromptRequestParams, GetPromptResponse, Implementation,
    ListPromptsResult, ListResourcesResult, ListToolsResult, PaginatedRequestParams, ReadResourceRequestParams,
    ReadResourceResponse, ReadResourceResult, ServerCapabilities, ServerConfig,
};
use rmcp::service::RequestContext;
use rmcp::{ErrorData, RoleServer, ServerHandler};
use serde_json::Value;

use crate::call::{Desk, refused};
use crate::folders::Folders;
use crate::{messages, prompts, resources, tools};

/// What a client reads first.
const INSTRUCTIONS: &str = "How many meetings calls will bring, and how sure that is. A tool per question; each answers in words and as structured content. \
     Every number is uncertain: tell its range with that range's probability, whether it is exact (`exact`) or simulated, and whose \
     figures it rests on (`scenario.preset`, `scenario.provenance`, `assumptions`). Unless rates are set these are a coach's \
     (documented), which are optimistic: show what the published ones (preset = published) say beside. Rates of the caller's own come \
     from `calibrate`. The same question has the same answer.";

/// The server.
#[derive(Debug)]
pub(crate) struct Server {
    desk: Desk,
}

impl Server {
    pub(crate) fn new(folders: Folders) -> Self {
        Self { desk: Desk::new(folders) }
    }
}

type Context = RequestContext<RoleServer>;
type Page = Option<PaginatedRequestParams>;

impl ServerHandler for Server {
    fn get_info(&self) -> ServerConfig {
        let capabilities = ServerCapabilities::builder().enable_tools().enable_resources().enable_prompts().build();
        let version = env!("CARGO_PKG_VERSION");
        ServerConfig::new(capabilities)
            .with_server_info(Implementation::new("outreach", version).with_title("Outreach"))
            .with_instructions(INSTRUCTIONS)
    }

    async fn list_tools(&self, _: Page, _: Context) -> Result<ListToolsResult, ErrorData> {
        Ok(ListToolsResult::with_all_items(tools::all()))
    }

    async fn call_tool(&self, request: CallToolRequestParams, context: Context) -> Result<CallToolResponse, ErrorData> {
        if let Some(twice) = context.meta.get(messages::TWICE).and_then(Value::as_str) {
            return Ok(refused(&[Fault::said(twice)]).into());
        }
        let fields = request.arguments.unwrap_or_default();
        Ok(self.desk.call(request.name.into_owned(), fields, context).await.into())
    }

    async fn list_resources(&self, _: Page, _: Context) -> Result<ListResourcesResult, ErrorData> {
        Ok(ListResourcesResult::with_all_items(resources::all()))
    }

    async fn read_resource(
        &self,
        request: ReadResourceRequestParams,
        _: Context,
    ) -> Result<ReadResourceResponse, ErrorData> {
        let unknown = || ErrorData::resource_not_found(format!("unknown resource `{}`", request.uri), None);
        let contents = resources::read(&request.uri).ok_or_else(unknown)?;
        Ok(ReadResourceResult::new(vec![contents]).into())
    }

    async fn list_prompts(&self, _: Page, _: Context) -> Result<ListPromptsResult, ErrorData> {
        Ok(ListPromptsResult::with_all_items(prompts::all()))
    }

    async fn get_prompt(&self, request: GetPromptRequestParams, _: Context) -> Result<GetPromptResponse, ErrorData> {
        let unknown = || ErrorData::new(ErrorCode::INVALID_PARAMS, format!("unknown prompt `{}`", request.name), None);
        Ok(prompts::filled(&request.name, request.arguments.as_ref()).ok_or_else(unknown)?.into())
    }
}
