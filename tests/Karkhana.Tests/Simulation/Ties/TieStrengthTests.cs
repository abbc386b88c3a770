using CsCheck;
using Karkhana.Simulation;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Simulation.Ties;

public sealed class TieStrengthTests
{
    private static readonly ClusterParameters Parameters = new();

    [Fact]
    public void Use_strengthens_a_tie_and_neglect_weakens_it()
    {
        TieStrength.Next(Parameters, ClusterTieKind.Knowledge, 0.4, used: true).ShouldBe(0.4 + (0.05 * 0.6), 1e-15);
        TieStrength.Next(Parameters, ClusterTieKind.Supply, 0.4, used: true).ShouldBe(0.4 + (0.05 * 0.6), 1e-15);
        TieStrength.Next(Parameters, ClusterTieKind.Knowledge, 0.4, used: false).ShouldBe(0.4 * 0.98, 1e-15);
    }

    [Theory]
    [InlineData(ClusterTieKind.Supply)]
    [InlineData(ClusterTieKind.Subcontract)]
    [InlineData(ClusterTieKind.Kin)]
    [InlineData(ClusterTieKind.Association)]
    public void Ties_that_are_used_in_their_own_way_do_not_fade(ClusterTieKind kind) =>
        TieStrength.Next(Parameters, kind, 0.4, used: false).ShouldBe(0.4);

    [Fact]
    public void Trust_stays_between_zero_and_one() => Gen.Select(Gen.Double[0, 1], Gen.Bool, Gen.Enum<ClusterTieKind>())
        .Sample((trust, used, kind) => TieStrength.Next(Parameters, kind, trust, used) is >= 0 and <= 1);

    [Theory]
    [InlineData(ClusterTieKind.Knowledge, 0.04, false)]
    [InlineData(ClusterTieKind.Supply, 0.05, true)]
    [InlineData(ClusterTieKind.Kin, 0, true)]
    [InlineData(ClusterTieKind.External, 0, true)]
    public void Ties_of_choice_end_without_trust_and_kinship_does_not(ClusterTieKind kind, double trust, bool lasts) =>
        TieStrength.Lasts(Parameters, kind, trust).ShouldBe(lasts);
}
