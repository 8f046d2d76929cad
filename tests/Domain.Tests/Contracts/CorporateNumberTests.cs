using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using SecurityTracker.Domain.Contracts;

namespace SecurityTracker.DomainTests.Contracts;

public sealed class CorporateNumberTests
{
    [Fact]
    public void The_published_example_is_valid() => CorporateNumber.IsValid("4011001098993").ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("401100109899")]
    [InlineData("40110010989930")]
    [InlineData("４011001098993")]
    [InlineData("4011001098O93")]
    [InlineData("5011001098993")]
    public void Anything_else_is_not(string text) => CorporateNumber.IsValid(text).ShouldBeFalse();

    [Fact]
    public void Exactly_one_first_digit_fits_any_twelve() => Prop
        .ForAll(Gen.Choose(0, 999_999).Two().ToArbitrary(), halves =>
        {
            var twelve = halves.Item1.ToString("D6", CultureInfo.InvariantCulture) + halves.Item2.ToString("D6", CultureInfo.InvariantCulture);
            return Enumerable.Range(0, 10).Count(first => CorporateNumber.IsValid($"{first}{twelve}")) == 1;
        })
        .QuickCheckThrowOnFailure();
}
