using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Contracts;

/// <summary>The six はい／いいえ answers.</summary>
/// <param name="Subcontracting">再委託・外注.</param>
/// <param name="BringsDevices">省内持込み.</param>
/// <param name="CopiesOutside">省外での複製.</param>
/// <param name="Cloud">クラウド.</param>
/// <param name="SystemOrSite">システム・サイト.</param>
/// <param name="ApplicationOrContent">アプリ・コンテンツ.</param>
internal sealed record AnswerQuestionsRequest(
    bool Subcontracting, bool BringsDevices, bool CopiesOutside, bool Cloud, bool SystemOrSite, bool ApplicationOrContent);

/// <summary>Records the answers that proposals are drawn from; it sets no status.</summary>
internal sealed class AnswerQuestionsEndpoint(Writer writer) : ApiEndpoint<OnContract<AnswerQuestionsRequest>>
{
    public override void Configure()
    {
        Put("/contracts/{id:guid}/answers");
        Description(route => route
            .Requires(Permission.AnswerQuestions)
            .Writes());
    }

    public override Task<IResult> ExecuteAsync(OnContract<AnswerQuestionsRequest> request, CancellationToken ct)
    {
        var command = new AnswerQuestions(new(request.Body.Subcontracting, request.Body.BringsDevices, request.Body.CopiesOutside, request.Body.Cloud, request.Body.SystemOrSite, request.Body.ApplicationOrContent));
        return writer.DecideOn<Contract>(request.Id, request.IfMatch, state => ContractDecider.Decide(command, state), ct);
    }
}
