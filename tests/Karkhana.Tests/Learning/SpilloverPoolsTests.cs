using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;
using Karkhana.Diagnosis;
using Karkhana.Learning;
using Karkhana.Tests.Diagnosis;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Learning;

public sealed class SpilloverPoolsTests
{
    [Fact]
    public void Pools_are_the_sums_by_hand()
    {
        // Cosines: (1,0)·(1,1)/√2 = 0.707106781; (1,0)·(0,2) = 0; (1,1)·(0,2)/(2√2) = 0.707106781. Distances 10 and 20 km with δ = 10.
        SpilloverPoolsResult pools = Estimate(new SpilloverSample(["a", "b", "c"], [[1, 0], [1, 1], [0, 2]], [5, 2, 4]) { Points = [(0, 0), (10_000, 0), (20_000, 0)] });

        (double root, double one, double two) = (Math.Sqrt(0.5), Math.Exp(-1), Math.Exp(-2));
        Bits.Close([.. pools.Technology], [2 * root, 9 * root, 2 * root], relative: 1e-12).ShouldBeTrue();
        Bits.Close([.. pools.Distance], [(2 * one) + (4 * two), 9 * one, (5 * two) + (2 * one)], relative: 1e-12).ShouldBeTrue();
        Bits.Close([.. pools.Joint], [2 * root * one, 9 * root * one, 2 * root * one], relative: 1e-12).ShouldBeTrue();
    }

    [Fact]
    public void Nothing_in_common_leaves_nothing_for_the_own_research_is_not_in_the_pool() =>
        Estimate(new SpilloverSample(["a", "b", "c"], [[3, 0, 0], [0, 1, 0], [0, 0, 7]], [5, 2, 4])).Technology.ShouldAllBe(pool => pool == 0);

    [Fact]
    public void Equal_proportions_give_all_the_research_of_others_whatever_their_size() => Gen.Double[0.1, 9].Array[4].Sample(sizes =>
    {
        double[] research = [1, 2, 3, 4];
        SpilloverPoolsResult pools = Estimate(new SpilloverSample(["a", "b", "c", "d"], [.. sizes.Select(size => new[] { size, 2 * size, 0.5 * size })], research));
        return Bits.Close([.. pools.Technology], [9, 8, 7, 6], relative: 1e-12);
    });

    [Fact]
    public void Order_and_unit_of_research_change_nothing_else() => Gen.Int[0, 500].Sample(seed =>
    {
        SpilloverSample sample = Drawn(seed, 12);
        SpilloverSample turned = new([.. sample.Units.Reverse()], [.. sample.Profiles.Reverse()], [.. sample.Research.Reverse().Select(amount => 3 * amount)]) { Points = [.. sample.Points.Reverse()] };
        (SpilloverPoolsResult one, SpilloverPoolsResult other) = (Estimate(sample), Estimate(turned));
        return Enum.GetValues<SpilloverProximity>().All(proximity =>
            Bits.Close([.. one.Of(proximity).Select(pool => 3 * pool)], [.. other.Of(proximity).Reverse()], relative: 1e-10)
            && one.Of(proximity).Zip(one.Technology, (pool, alike) => pool >= 0 && (proximity != SpilloverProximity.Joint || pool <= alike + 1e-12)).All(holds => holds));
    }, iter: 20);

    [Fact]
    public void Far_away_the_pool_by_distance_is_empty_and_at_no_distance_it_is_all_others()
    {
        SpilloverSample sample = Drawn(3, 5);

        Estimate(sample with { Points = [.. Enumerable.Range(0, 5).Select(unit => (1e8 * unit, 0.0))] }).Distance.ShouldAllBe(pool => pool < 1e-300);
        double[] together = [.. Estimate(sample with { Points = [.. Enumerable.Repeat((4.0, 7.0), 5)] }).Distance];
        Bits.Close(together, [.. sample.Research.Select(own => sample.Research.Sum() - own)], relative: 1e-12).ShouldBeTrue();
    }

    [Fact]
    public void What_is_not_known_adds_nothing_and_is_told()
    {
        SpilloverPoolsResult pools = Estimate(new SpilloverSample(["a", "b", "c", "d"], [[1, 0], [1, 0], [], [0, 0]], [5, double.NaN, 4, 3]));

        pools.Technology.ShouldBe([0, 5, double.NaN, double.NaN]);
        pools.Distance.ShouldAllBe(pool => double.IsNaN(pool));
        pools.Notes.Single().Text.ShouldContain("the research of 1 is not known and 2 have no profile");
        pools.ToTable().RowCount.ShouldBe(4);
    }

    [Fact]
    public void Each_pool_is_the_sum_over_others_whatever_is_not_known() => Gen.Int[0, 500].Sample(seed =>
    {
        SpilloverSample sample = Holes(Drawn(seed, 70));
        SpilloverPoolsResult pools = Estimate(sample);

        return Enumerable.Range(0, 70).All(unit => Enum.GetValues<SpilloverProximity>().All(proximity => Alike(Written(sample, unit, proximity), pools.Of(proximity)[unit])));
    }, iter: 10);

    [Fact]
    public void Neither_workers_nor_the_size_of_profiles_change_a_pool()
    {
        SpilloverSample sample = Holes(Drawn(5, 200));
        SpilloverPoolsResult one = SpilloverPools.Estimate(sample, null, new ExecutionOptions { Workers = 1 }, TestContext.Current.CancellationToken);
        SpilloverPoolsResult three = SpilloverPools.Estimate(sample, null, new ExecutionOptions { Workers = 3 }, TestContext.Current.CancellationToken);
        SpilloverSample Scaled(int power) => sample with { Profiles = [.. sample.Profiles.Select(profile => profile.Select(field => Math.ScaleB(field, power)).ToArray())] };

        foreach (SpilloverProximity proximity in Enum.GetValues<SpilloverProximity>())
        {
            Bits.Same([.. one.Of(proximity)], [.. three.Of(proximity)]).ShouldBeTrue();
            Bits.Same([.. one.Of(proximity)], [.. Estimate(Scaled(900)).Of(proximity)]).ShouldBeTrue();
            Bits.Same([.. one.Of(proximity)], [.. Estimate(Scaled(-900)).Of(proximity)]).ShouldBeTrue();
        }

        one.Notes.Select(note => note.Code).ShouldBe(["unknown", "no-point"]);
    }

    [Fact]
    public void A_proximity_that_cannot_be_estimated_is_told()
    {
        SpilloverSample sample = Drawn(7, 60) with { Points = [] };
        KnowledgeProductionSample innovations = new(
            [.. Enumerable.Range(0, 60).Select(unit => $"place {unit % 12}")], [.. Enumerable.Range(0, 60).Select(unit => (double)(unit % 5))], new Dictionary<string, IReadOnlyList<double>>());

        ResearchSpilloversResult result = ResearchSpillovers.Estimate(sample, innovations, cancellationToken: TestContext.Current.CancellationToken);

        result.Production.Select(row => row.Proximity).ShouldBe([SpilloverProximity.Technology]);
        result.Notes.Where(note => note.Code == "not-estimated").Select(note => note.Text)
            .ShouldBe(["By distance: the pool is not known, or the same for all.", "By joint: the pool is not known, or the same for all."]);
        Should.Throw<ArgumentException>(() => ResearchSpillovers.Estimate(
            sample, innovations with { Inputs = new Dictionary<string, IReadOnlyList<double>> { ["pool"] = innovations.Innovations } })).Message.ShouldContain("must not hold research or pool");
    }

    [Fact]
    public void Effort_without_a_zero_makes_no_pool()
    {
        Findings findings = PunjabDiagnosis.Findings;
        Findings Scored(bool isShare) => findings with
        {
            Scores = findings.Scores! with
            {
                Scores = findings.Scores.Scores with { Scores = [.. findings.Scores.Scores.Scores.Select(score => score with { IsShareOfScale = isShare, Values = [.. score.Values.Select(value => isShare ? value : value - 0.5)] })] },
            },
        };

        SpilloverInput.Estimate(Scored(true), null, TestContext.Current.CancellationToken).ShouldNotBeNull();
        SpilloverInput.Estimate(Scored(false), null, TestContext.Current.CancellationToken).ShouldBeNull();
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate(new SpilloverSample(["a"], [[1]], [-1]))).Message.ShouldContain("not below 0");
        Should.Throw<ArgumentException>(() => Estimate(new SpilloverSample(["a"], [[-1]], [1]))).Message.ShouldContain("not below 0");
        Should.Throw<ArgumentException>(() => Estimate(new SpilloverSample(["a", "b"], [[1], [1, 2]], [1, 1]))).Message.ShouldContain("same fields");
        Should.Throw<ArgumentException>(() => Estimate(new SpilloverSample(["a", "b"], [[1], [1]], [1, 1]) { Points = [(0, 0)] })).Message.ShouldContain("one per unit");
        Should.Throw<ArgumentException>(() => Estimate(new SpilloverSample(["a"], [[1]], [1]) { Points = [(double.PositiveInfinity, 0)] })).Message.ShouldContain("must be finite, or NaN");
    }

    [Fact]
    public void Regions_get_the_research_of_regions_with_a_like_mix_of_industries()
    {
        // North and south do the same in the same proportions, east something else.
        KnowledgeProductionSample sample = new(
            ["north", "north", "south", "south", "east", "east"], [1, 2, 3, 4, 5, 6],
            new Dictionary<string, IReadOnlyList<double>> { ["research"] = [2, 4, 1, 2, 0, 0], ["services"] = [1, 1, 1, 1, 1, 1] })
        {
            Industries = ["tools", "pumps", "tools", "pumps", "tools", "pumps"],
        };

        IReadOnlyList<double> elsewhere = SpilloverPools.AddTo(sample, "research").Inputs["research_elsewhere"];

        Bits.Close([.. elsewhere], [3, 3, 6, 6, 0, 0], relative: 1e-12).ShouldBeTrue();
        Should.Throw<ArgumentException>(() => SpilloverPools.AddTo(sample with { Industries = null }, "research")).Message.ShouldContain("profile of a region");
        Should.Throw<ArgumentException>(() => SpilloverPools.AddTo(sample, "patents")).Message.ShouldContain("research, services");
    }

    [Fact]
    public void The_elasticity_that_was_planted_is_found_by_the_pool_that_acts()
    {
        SpilloverSample sample = Drawn(7, 300);
        double[] pool = [.. Estimate(sample).Technology];
        KnowledgeProductionSample innovations = new(
            [.. Enumerable.Range(0, 300).Select(unit => $"place {unit % 30}")],
            [.. pool.Select((around, unit) => Math.Round(1000 * Math.Pow(around, 0.6) * Math.Pow(sample.Research[unit], 0.3)))],
            new Dictionary<string, IReadOnlyList<double>>())
        {
            Industries = [.. Enumerable.Range(0, 300).Select(unit => unit % 2 == 0 ? "clustered" : "dispersed")],
        };

        ResearchSpilloversResult result = ResearchSpillovers.Estimate(sample, innovations, cancellationToken: TestContext.Current.CancellationToken);

        result.Production.Select(row => row.Proximity).ShouldBe(Enum.GetValues<SpilloverProximity>());
        result.Of(SpilloverProximity.Technology)!.Value.Elasticity.Estimate.ShouldBe(0.6, tolerance: 0.01);
        result.Of(SpilloverProximity.Technology)!.Value.Firms.ShouldBe(300);
        result.Production[0].Result.Counts.Estimates[result.Production[0].Result.Counts.Find("ln_research")].ShouldBe(0.3, tolerance: 0.01);
        result.ToTable().Texts("proximity").Distinct().ShouldBe(["technology", "distance", "joint"]);
        result.Notes.ShouldContain(note => note.Code == "association");
    }

    [Fact]
    public void The_diagnosis_gives_pools_of_effort_and_how_changes_go_with_them()
    {
        ResearchSpilloversResult result = PunjabDiagnosis.Findings.Spillovers!;

        result.Pools.Units.Count.ShouldBe(PunjabDiagnosis.Findings.Study.Survey!.Respondents);
        result.Of(SpilloverProximity.Joint).ShouldNotBeNull();
        DiagnosisReport.Tables(PunjabDiagnosis.Findings).Select(table => table.Name).ShouldContain("research_spillovers");
    }

    private static SpilloverPoolsResult Estimate(SpilloverSample sample) => SpilloverPools.Estimate(sample, cancellationToken: TestContext.Current.CancellationToken);

    private static bool Alike(double expected, double found) => double.IsNaN(expected) ? double.IsNaN(found) : Math.Abs(expected - found) <= 1e-12 * expected;

    // The sum written out; NaN where the unit itself lacks what its pool needs.
    private static double Written(SpilloverSample sample, int unit, SpilloverProximity proximity)
    {
        double Alike(int other) => proximity == SpilloverProximity.Distance ? 1 : Cosine(sample.Profiles[unit], sample.Profiles[other]);
        double Near(int other) => proximity == SpilloverProximity.Technology
            ? 1 : Math.Exp(-double.Hypot(sample.Points[unit].X - sample.Points[other].X, sample.Points[unit].Y - sample.Points[other].Y) / 10_000);
        double[] added = [.. Enumerable.Range(0, sample.Units.Count).Where(other => other != unit).Select(other => Alike(other) * Near(other) * sample.Research[other])];
        return double.IsNaN(Alike(unit) * Near(unit)) ? double.NaN : added.Where(value => !double.IsNaN(value)).Sum();
    }

    private static double Cosine(IReadOnlyList<double> one, IReadOnlyList<double> other) =>
        one.Zip(other, (left, right) => left * right).Sum() / Math.Sqrt(one.Sum(field => field * field) * other.Sum(field => field * field));

    // Research, profile and point are each not known of some.
    private static SpilloverSample Holes(SpilloverSample sample) => sample with
    {
        Research = [.. sample.Research.Select((amount, unit) => unit % 7 == 3 ? double.NaN : amount)],
        Profiles = [.. sample.Profiles.Select((profile, unit) => unit % 11 == 5 ? [] : profile)],
        Points = [.. sample.Points.Select((point, unit) => unit % 13 == 4 ? (double.NaN, double.NaN) : point)],
    };

    private static SpilloverSample Drawn(int seed, int units)
    {
        RandomStream stream = new(41, RandomPurpose.Example, seed, units);
        double[] Values(int count) => [.. Enumerable.Range(0, count).Select(_ => Math.Exp(stream.NextGaussian()))];
        return new SpilloverSample([.. Enumerable.Range(0, units).Select(unit => $"f{unit}")], [.. Enumerable.Range(0, units).Select(_ => Values(3))], Values(units))
        {
            Points = [.. Enumerable.Range(0, units).Select(_ => (20_000 * stream.NextDouble(), 20_000 * stream.NextDouble()))],
        };
    }
}
