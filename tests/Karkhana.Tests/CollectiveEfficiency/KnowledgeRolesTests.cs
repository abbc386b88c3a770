using CsCheck;
using Karkhana.CollectiveEfficiency;
using Karkhana.Methods.Networks;
using Karkhana.Tests.Methods.Networks;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.CollectiveEfficiency;

public sealed class KnowledgeRolesTests
{
    private static readonly double[] EightOpenness = [9, 4, 3, 2, 1, 8, 7, 0];

    private static readonly Gen<(Graph Network, double[] Openness)> Networks =
        from matrix in SampleNetworks.Matrices
        from openness in Gen.Int[-1, 9].Select(value => value < 0 ? double.NaN : value).Array[matrix.GetLength(0)]
        select (SampleNetworks.Of(matrix), openness);

    [Fact]
    public void Eight_firms_have_the_roles_of_the_framework()
    {
        KnowledgeRolesResult result = KnowledgeRoles.Estimate(SampleNetworks.EightFirms, EightOpenness);

        result.Firms.ShouldBe(["A", "B", "C", "D", "E", "F", "G", "H"]);
        result.Roles.ShouldBe(
        [
            KnowledgeRole.TechnologicalGatekeeper, KnowledgeRole.ActiveMutualExchanger, KnowledgeRole.ActiveMutualExchanger, KnowledgeRole.Absorber,
            KnowledgeRole.Absorber, KnowledgeRole.ExternalStar, KnowledgeRole.ExternalStar, KnowledgeRole.Isolate,
        ]);
        result.Received.ShouldBe([2, 2, 2, 2, 2, 1, 0, 0]);
        result.Given.ShouldBe([4, 3, 2, 1, 1, 0, 0, 0]);
    }

    [Fact]
    public void Two_of_eight_firms_change_role_somewhere_on_the_grid()
    {
        // B opens up at the 0.4 quantile of openness (3.4 < 4); C is no longer central at the 0.6 quantile of the degrees (4).
        KnowledgeRolesResult result = KnowledgeRoles.Estimate(SampleNetworks.EightFirms, EightOpenness);

        result.Stability.ShouldBe([1, 18 / 27.0, 18 / 27.0, 1, 1, 1, 1, 1]);
        result.ShareThatChanges.ShouldBe(0.25);
    }

    [Fact]
    public void Roles_follow_the_precedence_of_the_framework() => Networks.Sample(given =>
    {
        DegreeCentralityResult degrees = DegreeCentrality.Estimate(given.Network, cancellationToken: TestContext.Current.CancellationToken);
        double central = MedianAboveZero(degrees.Total);
        double open = MedianAboveZero(given.Openness);
        KnowledgeRole[] expected = [.. given.Openness.Select((openness, firm) => Role(
            degrees.Total[firm], degrees.Total[firm] > central, openness > open, 1.25 * degrees.Outdegree[firm] < degrees.Indegree[firm]))];
        return KnowledgeRoles.Estimate(given.Network, given.Openness).Roles.SequenceEqual(expected);

        static KnowledgeRole Role(double degree, bool isCentral, bool isOpen, bool absorbs) =>
            degree <= 1 && !isOpen ? KnowledgeRole.Isolate
            : isOpen && (!isCentral || absorbs) ? KnowledgeRole.ExternalStar
            : isCentral && isOpen ? KnowledgeRole.TechnologicalGatekeeper
            : isCentral && !absorbs ? KnowledgeRole.ActiveMutualExchanger
            : absorbs ? KnowledgeRole.Absorber
            : KnowledgeRole.WeakMutualExchanger;
    });

    [Fact]
    public void Stability_is_a_share_and_counts_add_up() => Networks.Sample(given =>
    {
        KnowledgeRolesResult result = KnowledgeRoles.Estimate(given.Network, given.Openness);
        return result.Stability.All(share => share is > 0 and <= 1)
            && result.ShareThatChanges is >= 0 and <= 1
            && Enum.GetValues<KnowledgeRole>().Sum(result.Count) == given.Openness.Length
            && result.ToCounts().Numbers("n").Sum() == given.Openness.Length;
    });

    [Fact]
    public void The_order_of_firms_and_the_unit_of_openness_do_not_matter() =>
        Gen.Select(SampleNetworks.Matrices, Gen.Int[0, 9].Array[9]).Sample((matrix, openness) =>
        {
            double[] own = [.. openness.Take(matrix.GetLength(0)).Select(value => (double)value)];
            KnowledgeRolesResult result = KnowledgeRoles.Estimate(SampleNetworks.Of(matrix), own);
            KnowledgeRolesResult turned = KnowledgeRoles.Estimate(SampleNetworks.Of(SampleNetworks.Turned(matrix)), [.. own.Reverse().Select(value => 4 * value)]);
            return turned.Roles.Reverse().SequenceEqual(result.Roles) && turned.Stability.Reverse().SequenceEqual(result.Stability);
        });

    [Fact]
    public void Openness_that_is_not_known_is_not_open() =>
        KnowledgeRoles.Estimate(SampleNetworks.EightFirms, [double.NaN, 4, 3, 2, 1, 8, 7, 0]).Roles[0].ShouldBe(KnowledgeRole.ActiveMutualExchanger);

    [Fact]
    public void Openness_that_is_not_known_leaves_two_roles_open()
    {
        // Without A the openness above zero is 4, 3, 2, 1, 8, 7 with median 3.5: B, F and G are open.
        KnowledgeRolesResult result = KnowledgeRoles.Estimate(SampleNetworks.EightFirms, [double.NaN, 4, 3, 2, 1, 8, 7, 0]);

        result.OpennessLine.ShouldBe(3.5);
        result.RolesInDoubt.ShouldBe(1);
        result.RolesIfNotOpen[0].ShouldBe(KnowledgeRole.ActiveMutualExchanger);
        result.RolesIfOpen[0].ShouldBe(KnowledgeRole.TechnologicalGatekeeper);
        result.ToBounds().Numbers("least").ShouldBe([1, 2, 1, 1, 2, 0]);
        result.ToBounds().Numbers("most").ShouldBe([1, 2, 2, 2, 2, 0]);
    }

    [Fact]
    public void Without_any_openness_every_role_that_needs_it_is_in_doubt()
    {
        KnowledgeRolesResult result = KnowledgeRoles.Estimate(SampleNetworks.EightFirms, [.. Enumerable.Repeat(double.NaN, 8)]);

        result.Count(KnowledgeRole.TechnologicalGatekeeper).ShouldBe(0);
        result.RolesInDoubt.ShouldBe(8);
    }

    [Fact]
    public void Values_of_ties_are_added_when_asked()
    {
        Graph valued = SampleNetworks.Of(new double[,] { { 0, 5, 0 }, { 1, 0, 1 }, { 1, 1, 0 } });

        KnowledgeRoles.Estimate(valued, [0, 0, 0], new KnowledgeRolesOptions { ValuedTies = true }).Given.ShouldBe([5, 2, 2]);
        KnowledgeRoles.Estimate(valued, [0, 0, 0]).Given.ShouldBe([1, 2, 2]);
    }

    [Fact]
    public void Roles_are_written_in_snake_case() =>
        KnowledgeRoles.Estimate(SampleNetworks.EightFirms, EightOpenness).ToTable().Texts("role")[0].ShouldBe("technological_gatekeeper");

    [Fact]
    public void Wrong_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => KnowledgeRoles.Estimate(SampleNetworks.EightFirms, [1, 2]));
        Should.Throw<ArgumentException>(() => KnowledgeRoles.Estimate(SampleNetworks.EightFirms, [-1, 4, 3, 2, 1, 8, 7, 0]));
        Should.Throw<ArgumentException>(() => KnowledgeRoles.Estimate(SampleNetworks.EightFirms, [double.PositiveInfinity, 4, 3, 2, 1, 8, 7, 0]));
        Should.Throw<ArgumentException>(() => KnowledgeRoles.Estimate(
            SampleNetworks.Of(new double[,] { { 0, -1 }, { 1, 0 } }), [1, 2], new KnowledgeRolesOptions { ValuedTies = true })).Message.ShouldContain("positive");
        Should.Throw<ArgumentOutOfRangeException>(() => new CutOff { Level = -1 });
        Should.Throw<ArgumentOutOfRangeException>(() => new CutOff { Count = 0 });
        Should.Throw<ArgumentOutOfRangeException>(() => new KnowledgeRolesOptions { IsolateDegree = -1 });
        Should.Throw<ArgumentOutOfRangeException>(() => new KnowledgeRolesOptions { Balance = 0.9 });
        Should.Throw<ArgumentOutOfRangeException>(() => new CutOff { Probability = 1.1 });
        Should.Throw<ArgumentOutOfRangeException>(() => new CutOff { Probability = double.NaN });
    }

    private static double MedianAboveZero(IEnumerable<double> values)
    {
        double[] positive = [.. values.Where(value => value > 0).Order()];
        return positive.Length == 0 ? 0 : (positive[(positive.Length - 1) / 2] + positive[positive.Length / 2]) / 2;
    }
}
