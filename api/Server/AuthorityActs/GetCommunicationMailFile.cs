using SecurityTracker.Domain;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Mail;

namespace SecurityTracker.Server.AuthorityActs;

/// <summary>A communication as a mail to an officer who is not here: a file that a mail program opens to be sent.</summary>
internal sealed class GetCommunicationMailFileEndpoint(
    CommunicationReader reader, ContractReader contracts, ContractLetters letters, ActAttachments attachments) : ApiEndpoint<OfCommunication>
{
    public override void Configure()
    {
        Get("/communications/{id:guid}/mail.eml");
        Description(route => route
            .Requires(Permission.Communicate)
            .Exports()
            .Produces(StatusCodes.Status200OK, contentType: EmlComposer.MediaType)
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)
            .WithTags("Communications"));
    }

    public override async Task<IResult> ExecuteAsync(OfCommunication request, CancellationToken ct)
    {
        if (await reader.Find(request.Id, ct) is not { Value.Said: { } said })
        {
            return Problems.NotFound;
        }

        var contract = (await contracts.Find(said.ContractId, ct))!.Value;
        var title = said.Urgent ? "情報セキュリティ事故（おそれを含む。）の第一報" : $"{said.Wording}について";
        var files = await attachments.Load(said, ct);
        LetterPoint[] points =
        [
            new("契約件名", contract.Name),
            new("日時", $"{Wareki.Format(Moment.DayOf(said.ActAt))} {Tokyo.Time(said.ActAt):HH:mm}"),
            new("内容", said.Text),
            new("添付ファイル", string.Join('\n', files.Select(f => $"・{f.Name}"))),
        ];
        string[] sentences = [$"下記のとおり、{said.Wording}します。御確認くださいますようお願いいたします。"];
        return await letters.File(
            contract, new Letter(request.Id, $"communication-{request.Id:N}@securitytracker.invalid", title, sentences, points) { Attachments = files }, HttpContext.Response, ct);
    }
}
