using SecurityTracker.Domain;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Contracts;

/// <summary>The 件名 rule of a contract's mails.</summary>
/// <param name="Pattern">One line in which <c>{件名}</c> stands once and <c>{契約件名}</c> may stand; null for our default 【{契約件名}】{件名}.</param>
public sealed record SetMailSubjectRequest(string? Pattern);

/// <summary>Sets the 件名 rule that the section asks for in mails on this contract.</summary>
public static class SetMailSubjectEndpoint
{
    /// <summary>PUT /api/contracts/{id}/mail-subject.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPut("/contracts/{id:guid}/mail-subject", Handle)
        .Requires(Permission.RegisterContract)
        .Writes()
        .WithName("setMailSubject")
        .WithTags("Contracts");

    private static Task<IResult> Handle(Guid id, SetMailSubjectRequest request, IfMatch ifMatch, Acts acts, Actor actor, CancellationToken ct) =>
        acts.ChangeContract(id, ifMatch, actor, new SetMailSubject(Entered.OrNull(request.Pattern)), ct);
}
