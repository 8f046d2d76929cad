namespace SecurityTracker.ServerTests;

/// <summary>Sends requests as the browser of a person who is signed in: with the session's cookie, and saying that they come from our own pages.</summary>
public sealed class SignedInHandler(TestPeople people) : DelegatingHandler
{
    /// <summary>Says to this handler who is to be signed in: person and membership. It is not sent.</summary>
    public const string Person = "Test-Person";

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var words = request.Headers.TryGetValues(Person, out var said) ? said.Single().Split(' ') : [];
        request.Headers.Remove(Person);
        var personId = words is [var person, ..] ? Guid.Parse(person) : TestPeople.IdOf(Domain.Role.CONTRACTOR_OFFICER);
        Guid? membershipId = words is [_, { Length: > 0 } membership] ? Guid.Parse(membership) : null;
        if (!request.Headers.Contains("Cookie") && request.Headers.Authorization is null)
        {
            request.Headers.Add("Cookie", $"session={await people.KeyOf(personId, membershipId, cancellationToken)}");
        }

        if (!request.Headers.Contains("Origin") && !request.Headers.Contains("Sec-Fetch-Site"))
        {
            request.Headers.Add("Sec-Fetch-Site", "same-origin");
        }

        return await base.SendAsync(request, cancellationToken);
    }
}
