using SecurityTracker.Domain;
using SecurityTracker.Domain.Contracts;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Contracts;

/// <summary>The 件名 rule of a contract's mails.</summary>
/// <param name="Pattern">One line in which <c>{件名}</c> stands once and <c>{契約件名}</c> may stand; null for our default 【{契約件名}】{件名}.</param>
internal sealed record SetMailSubjectRequest(string? Pattern);

/// <summary>Sets the 件名 rule that the section asks for in mails on this contract.</summary>
internal sealed class SetMailSubjectEndpoint(Writer writer, Actor actor) : ApiEndpoint<OnContract<SetMailSubjectRequest>>
{
    public override void Configure()
    {
        Put("/contracts/{id:guid}/mail-subject");
        Description(route => route
            .Requires(Permission.RegisterContract)
            .Writes());
    }

    public override Task<IResult> ExecuteAsync(OnContract<SetMailSubjectRequest> request, CancellationToken ct) =>
        writer.ChangeContract(request.Id, request.IfMatch, actor, new SetMailSubject(Entered.OrNull(request.Body.Pattern)), ct);
}
