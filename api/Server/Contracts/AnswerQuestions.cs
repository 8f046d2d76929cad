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
public sealed record AnswerQuestionsRequest(
    bool Subcontracting, bool BringsDevices, bool CopiesOutside, bool Cloud, bool SystemOrSite, bool ApplicationOrContent);

/// <summary>Records the answers that proposals are drawn from; it sets no status.</summary>
public static class AnswerQuestionsEndpoint
{
    /// <summary>PUT /api/contracts/{id}/answers.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPut("/contracts/{id:guid}/answers", Handle)
        .Requires(Permission.AnswerQuestions)
        .Writes()
        .WithName("answerQuestions")
        .WithTags("Contracts");

    private static Task<IResult> Handle(Guid id, AnswerQuestionsRequest r, IfMatch ifMatch, Acts acts, CancellationToken ct)
    {
        var command = new AnswerQuestions(new(r.Subcontracting, r.BringsDevices, r.CopiesOutside, r.Cloud, r.SystemOrSite, r.ApplicationOrContent));
        return acts.DecideOn<Contract>(id, ifMatch, state => ContractDecider.Decide(command, state), ct);
    }
}
