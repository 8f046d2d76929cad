using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Deadlines;

/// <summary>What is asked about the items of a contract before its next report (今期もこのとおりですか), and who answered when.</summary>
internal sealed class GetReaffirmationEndpoint(ReaffirmationReader reader) : ApiEndpoint<InContract>
{
    public override void Configure()
    {
        Get("/contracts/{contractId:guid}/reaffirmation");
        Description(route => route
            .Requires(Permission.ReadContracts)
            .Reads<ReaffirmationDetails>());
    }

    public override async Task<IResult> ExecuteAsync(InContract request, CancellationToken ct) =>
        new Answer<ReaffirmationDetails>(await reader.Read(request.ContractId, ct));
}
