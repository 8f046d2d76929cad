namespace SecurityTracker.Domain;

/// <summary>
/// Marks a field that holds personal data (a name, address, telephone …). Its event carries only a random id of a row in
/// <c>personal_values</c>, never the value nor a hash of it, so that erasing the row erases the value from all history.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class PersonalAttribute : Attribute;

/// <summary>The random id under which a personal value is kept outside the events.</summary>
public readonly record struct PersonalRef(Guid Id);
