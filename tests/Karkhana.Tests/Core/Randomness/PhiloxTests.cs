using Karkhana.Core.Randomness;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Core.Randomness;

public sealed class PhiloxTests
{
    /// <summary>The three known answers for philox4x32-10 of the Random123 1.14 distribution (kat_vectors).</summary>
    [Theory]
    [InlineData(0u, 0u, 0u, 0u, 0UL, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [InlineData(~0u, ~0u, ~0u, ~0u, ~0UL, 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu)]
    [InlineData(0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u, 0x299f31d0a4093822UL, 0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u)]
    public void The_known_answers_come_out(
        uint c0, uint c1, uint c2, uint c3, ulong key, uint e0, uint e1, uint e2, uint e3)
    {
        PhiloxBlock block = Philox.Block(new PhiloxBlock(c0, c1, c2, c3), key);

        block.ShouldBe(new PhiloxBlock(e0, e1, e2, e3));
    }
}
