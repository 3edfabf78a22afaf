//! What the protocol asks, and who answers it.

use outreach_io::question;
use rmcp::model::{
    CallToolRequestParams, CallToolResponse, CustomRequest, CustomResult, ErrorCode, GetPromptRequestParams,
    GetPromptResponse, Implementation, ListPromptsResult, ListResourcesResult, ListToolsResult, PaginatedRequestParams,
    ReadResourceRequestParams, ReadResourceResponse, ReadResourceResult, ServerCapabilities, ServerConfig,
};
use rmcp::service::RequestContext;
use rmcp::{ErrorData, RoleServer, ServerHandler};
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::call::Desk;
use crate::folders::Folders;
use crate::{prompts, resources, tools};

/// What a client reads first.
const INSTRUCTIONS: &str = "How many meetings calls will bring, and how sure that is. A tool per question; each answers in words and as structured content. \
     Every number is uncertain: tell its range with that range's probability, whether it is exact or simulated (`computed`), and whose \
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
        Ok(prompts::filled(&request.name, request.arguments.as_ref())?.into())
    }

    /// Requests of methods that nobody knows, and of known ones with parameters that they do not have.
    async fn on_custom_request(&self, request: CustomRequest, _: Context) -> Result<CustomResult, ErrorData> {
        let wrong = match request.method.as_str() {
            "tools/call" => misfit::<CallToolRequestParams>(request.params),
            "prompts/get" => misfit::<GetPromptRequestParams>(request.params),
            "resources/read" => misfit::<ReadResourceRequestParams>(request.params),
            unknown => return Err(ErrorData::new(ErrorCode::METHOD_NOT_FOUND, unknown.to_owned(), None)),
        };
        Err(ErrorData::invalid_params(wrong, None))
    }
}

/// Why these are not the parameters of a method.
fn misfit<T: DeserializeOwned>(params: Option<Value>) -> String {
    let params = params.and_then(|mut params| params.as_object_mut().map(std::mem::take)).unwrap_or_default();
    let wrong = question::read::<T>(params).err();
    wrong.map_or_else(|| "these are not the parameters of the method".to_owned(), |wrong| wrong.to_string())
}
