using CsCheck;
using Karkhana.Methods.Experiments;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Experiments;

public sealed class NkLandscapeTests
{
    private static readonly Gen<double[][]> Contributions =
        from loci in Gen.Int[1, 7]
        from others in Gen.Int[0, loci - 1]
        from values in Gen.Int[0, 1_000_000].Array[1 << (others + 1)].Array[loci]
        select values.Select(row => row.Select(value => value / 1e6).ToArray()).ToArray();

    [Fact]
    public void Two_loci_that_depend_on_each_other_are_worked_out_by_hand()
    {
        // 00: (1 + 1)/2, 01: c1(01) + c2(10) = 0 + 0.5, 10: c1(10) + c2(01) = 0.5 + 0, 11: (2 + 2)/2.
        NkLandscapeResult result = Estimate([[1, 0, 0.5, 2], [1, 0, 0.5, 2]]);

        result.Fitness.ShouldBe([1, 0.25, 0.25, 2]);
        result.LocalOptima.ShouldBe([0, 3]);
        result.GlobalOptimum.ShouldBe(3);
        result.SteepestAscentEnd.ShouldBe([0, 3, 3, 3]);
        result.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void Without_interactions_there_is_one_peak_and_every_ascent_finds_it() => Gen.Select(
        Gen.Int[0, 1000], Gen.Int[0, 1000]).Where((off, on) => off != on).Select((off, on) => new[] { off / 1e3, on / 1e3 }).Array[1, 8].Sample(values =>
    {
        NkLandscapeResult result = Estimate(values);
        int best = values.Select((row, locus) => row[1] > row[0] ? 1 << (values.Length - 1 - locus) : 0).Sum();
        return result.GlobalOptimum == best && result.LocalOptima.SequenceEqual([best]) && result.SteepestAscentEnd.All(end => end == best);
    });

    [Fact]
    public void Fitness_and_ends_are_those_of_a_plain_search() => Contributions.Sample(values =>
    {
        int loci = values.Length;
        int others = (int)Math.Log2(values[0].Length) - 1;
        double Fitness(int genotype)
        {
            string bits = Convert.ToString(genotype, 2).PadLeft(loci, '0');
            string twice = bits + bits;
            return values.Select((row, locus) => row[Convert.ToInt32(twice.Substring(locus, others + 1), 2)]).Sum() / loci;
        }

        int Climb(int genotype)
        {
            while (true)
            {
                int best = Enumerable.Range(0, loci).Select(bit => genotype ^ (1 << bit)).MaxBy(Fitness);
                if (Fitness(best) <= Fitness(genotype))
                {
                    return genotype;
                }

                genotype = best;
            }
        }

        NkLandscapeResult result = Estimate(values);
        return Bits.Close(result.Fitness, [.. Enumerable.Range(0, 1 << loci).Select(Fitness)], relative: 1e-14)
            && result.SteepestAscentEnd.SequenceEqual(Enumerable.Range(0, 1 << loci).Select(Climb));
    });

    [Fact]
    public void Optima_beat_their_neighbours_and_ascent_ends_only_there() => Contributions.Sample(values =>
    {
        NkLandscapeResult result = Estimate(values);
        return result.Notes.Count > 0 || result.LocalOptima.Contains(result.GlobalOptimum)
            && result.LocalOptima.All(genotype => Enumerable.Range(0, values.Length).All(bit => result.Fitness[genotype] > result.Fitness[genotype ^ (1 << bit)]))
            && result.SteepestAscentEnd.Distinct().Order().SequenceEqual(result.LocalOptima);
    });

    [Fact]
    public void A_plateau_has_no_strict_optimum_and_is_told_about()
    {
        NkLandscapeResult result = Estimate([[1, 1], [0, 1]]);

        result.LocalOptima.ShouldBeEmpty();
        result.SteepestAscentEnd.ShouldBe([1, 1, 3, 3]);
        result.GlobalOptimum.ShouldBe(1);
        result.Notes.Select(note => note.Code).ShouldBe(["plateaus"]);
    }

    [Fact]
    public void Ties_go_to_the_lowest_bit() =>
        Estimate([[0, 1], [0, 1], [1, 0]]).SteepestAscentEnd[0b001].ShouldBe(0b110); // all three single changes gain alike; any order ends here

    [Fact]
    public void Wrong_calls_are_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate([]));
        Should.Throw<ArgumentException>(() => Estimate([[1, 2, 3], [1, 2, 3]])).Message.ShouldContain("3 states");
        Should.Throw<ArgumentException>(() => Estimate([[1, 2, 3, 4]])).Message.ShouldContain("4 states");
        Should.Throw<ArgumentException>(() => Estimate([[1, 2], [1]])).Message.ShouldContain("locus 2");
        Should.Throw<ArgumentException>(() => Estimate([[1, double.NaN]])).Message.ShouldContain("locus 1 had none for state 1");
        Should.Throw<ArgumentException>(() => Estimate([.. Enumerable.Repeat<double[]>([0, 1], 21)])).Message.ShouldContain("21");
    }

    private static NkLandscapeResult Estimate(double[][] values) => NkLandscape.Estimate(
        new FitnessContributions(values), cancellationToken: TestContext.Current.CancellationToken);
}
