using System.Globalization;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Reports.Review;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Contracts;
using SecurityTracker.Server.Mail;
using SecurityTracker.Server.Store;

namespace SecurityTracker.Server.Reports.Review;

/// <summary>The answers to the queries on a report as a mail to an officer who is not here: a file that a mail program opens to be sent.</summary>
internal sealed class GetReportAnswersMailFileEndpoint(ReportReader reports, Session session, ContractLetters letters) : ApiEndpoint<OfReport>
{
    private static readonly Refusal NothingAnswered = new("nothing-answered", RefusalKind.CONFLICT, new(
        "回答を記録した照会がありません。先に、照会のあった行に回答を記録してください。", "No query is answered yet. Record the answers at their rows first."));

    public override void Configure()
    {
        Get("/reports/{id:guid}/answers/mail.eml");
        Description(route => route
            .Requires(Permission.AnswerReportQuery)
            .Exports()
            .Produces(StatusCodes.Status200OK, contentType: EmlComposer.MediaType)
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict));
    }

    public override async Task<IResult> ExecuteAsync(OfReport request, CancellationToken ct)
    {
        var at = (await reports.Find(request.Id, ct)).OrNotFound();
        var contract = at.On.Contract;
        var answered = at.Report.Reviews.Where(review => review is { Verdict: RowVerdict.QUERIED, Answered: true }).OrderBy(review => review.Number).ToList();
        if (answered.Count == 0)
        {
            return Problems.From(NothingAnswered);
        }

        var points = new List<LetterPoint>
        {
            new("契約件名", contract.Name),
            new("報告の対象期間", $"{Wareki.Format(at.Report.Period.From)}から{Wareki.Format(at.Report.Period.To)}まで"),
        };
        foreach (var review in answered)
        {
            var thread = await session.FetchStream(StreamId.RowThread(at.Report.ContractId, RequirementIds.Of(at.On.Edition, review.Number)), ct: ct);
            var answer = thread.Select(recorded => recorded.Data).OfType<RowThreadEntryAdded>().Last(entry => entry.ReportId == request.Id && entry.Kind == RowThreadKind.ANSWER);
            points.Add(new(string.Create(CultureInfo.InvariantCulture, $"事項{review.Number}）"), $"照会：{review.Comment}\n回答：{answer.Text}"));
        }

        string[] sentences = ["情報セキュリティに関する事項の実施状況報告書について御照会いただいた点を、下記のとおり回答いたします。", "御確認くださいますようお願いいたします。"];
        return await letters.File(
            contract, new Letter(request.Id, $"answers-{request.Id:N}-{at.Version}@securitytracker.invalid", "実施状況報告書についての照会への回答", sentences, points)
            {
                AnswerFields = ["御確認の結果（確認・再度の照会）", "御回答者（所属・氏名）"],
            },
            HttpContext.Response,
            ct);
    }
}
