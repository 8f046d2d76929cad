using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Access;

namespace SecurityTracker.Server.Obligations;

/// <summary>遵守の方法, at most 4,000 characters; blank or null takes it back.</summary>
public sealed record SetComplianceMethodRequest(string? Method);

/// <summary>Writes down how a requirement is complied with.</summary>
public static class SetComplianceMethodEndpoint
{
    /// <summary>PUT /api/contracts/{contractId}/obligations/{number}/method.</summary>
    public static void Map(IEndpointRouteBuilder api) => api
        .MapPut("/contracts/{contractId:guid}/obligations/{number:int}/method", Handle)
        .Requires(Permission.SetStatus)
        .Writes()
        .WithName("setComplianceMethod")
        .WithTags("Obligations");

    private static Task<IResult> Handle(
        Guid contractId, int number, SetComplianceMethodRequest request, IfMatch ifMatch, ObligationActs acts, CancellationToken ct) =>
        acts.DecideOn(contractId, number, ifMatch, new SetComplianceMethod(request.Method), ct);
}
