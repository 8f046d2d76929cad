using SecurityTracker.Domain;

namespace SecurityTracker.Server.Access;

/// <summary>Who acts in a request; it is found out once, before anything that is guarded.</summary>
internal static class ActorOfRequest
{
    /// <summary>Someone who is not signed in: no role, no organisation, and sees nothing.</summary>
    public static Actor Nobody { get; } = new(ActorKind.PERSON, PersonId: null, OrganisationId: null, SectionId: null, Role: null);

    /// <summary>
    /// The actor of the request, for injection; outside of any request the program itself acts. A request that was not identified has none:
    /// whoever asks all the same stands on a way around the identification, and goes no further.
    /// </summary>
    public static Actor Current(IServiceProvider services) => services.GetRequiredService<IHttpContextAccessor>().HttpContext is { } request
        ? request.Features.Get<Actor>() ?? throw new InvalidOperationException("The request was not identified: it has no actor")
        : Actor.System;

    /// <summary>The actor of a request as far as it is known by now.</summary>
    public static Actor Of(HttpContext context) =>
        context.Features.Get<Actor>() ?? Nobody;
}
