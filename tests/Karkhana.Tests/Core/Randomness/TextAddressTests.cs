using CsCheck;
using Karkhana.Core.Randomness;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Core.Randomness;

public sealed class TextAddressTests
{
    /// <summary>FNV-1a of 32 bits as published with the function (for ASCII, units are bytes), without the sign.</summary>
    [Theory]
    [InlineData("", 0x811c9dc5u)]
    [InlineData("a", 0xe40c292cu)]
    [InlineData("foobar", 0xbf9cf968u)]
    public void The_address_is_the_published_hash_without_its_sign(string text, uint hash) =>
        TextAddress.Of(text).ShouldBe((int)(hash & int.MaxValue));

    [Fact]
    public void Names_of_one_address_get_the_next_free_number_in_their_own_order_whatever_the_rows()
    {
        (TextAddress.Of("F07819") & 0x3FFFFFFF).ShouldBe(309495970);
        (TextAddress.Of("F304512") & 0x3FFFFFFF).ShouldBe(309495970);

        TextAddress.Distinct(["F07819", "F304512", "a"]).ShouldBe([309495970, 309495971, 604776748]);
        TextAddress.Distinct(["a", "F304512", "F07819"]).ShouldBe([604776748, 309495971, 309495970]);
    }

    [Fact]
    public void Numbers_follow_names_and_not_rows() =>
        Gen.String.Array[1, 40].Where(names => names.Distinct().Count() == names.Length).Sample(names =>
        {
            int[] numbers = TextAddress.Distinct(names);
            int[] reversed = TextAddress.Distinct([.. names.Reverse()]);
            return numbers.Distinct().Count() == names.Length && numbers.All(number => number is >= 0 and < 1 << 30)
                && numbers.Reverse().SequenceEqual(reversed);
        });

    [Fact]
    public void A_name_that_is_added_moves_no_other() =>
        TextAddress.Distinct(["F001", "F002", "F003"]).ShouldBe(TextAddress.Distinct(["F000", "F001", "F002", "F003"]).Skip(1));

    [Fact]
    public void A_name_that_comes_twice_is_refused() =>
        Should.Throw<ArgumentException>(() => TextAddress.Distinct(["F1", "F2", "F1"])).Message.ShouldContain("must be different; F1 came twice");
}
