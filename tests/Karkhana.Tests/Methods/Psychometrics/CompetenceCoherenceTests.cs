using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Methods.Psychometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Psychometrics;

public sealed class CompetenceCoherenceTests
{
    // Two families of competences: casting, machining, dies; sewing, cutting, dyeing. One firm holds across.
    private static readonly string[] Firms =
        ["cmd", "cm", "md", "cmd", "cd", "SUY", "SU", "UY", "SUY", "SY", "cS"];

    private static readonly Gen<string[]> Tables =
        Gen.Int[1, 31].Array[4, 10].Select(firms => firms.Select(bits => string.Concat("abcde".Where((_, i) => (bits & (1 << i)) != 0))).ToArray())
            .Where(firms => firms.Count(firm => firm.Length > 1) > 2);

    [Fact]
    public void Four_firms_are_worked_out_by_hand()
    {
        // a with b twice, among 4 firms: a is held by 3, b by 3, c by 2. Expected ab: 9/4, variance 9/4 · 1/4 · 1/3.
        CompetenceCoherenceResult result = Estimate(["ab", "ab", "ac", "bc"], Quick);

        result.Holders.ShouldBe([3, 3, 2]);
        double ab = (2 - 2.25) / Math.Sqrt(2.25 * 0.25 / 3);
        double ac = (1 - 1.5) / Math.Sqrt(1.5 * 0.25 * 2 / 3);
        Bits.Close(result.Relatedness, [double.NaN, ab, ac, ab, double.NaN, ac, ac, ac, double.NaN], relative: 1e-13).ShouldBeTrue();
        Bits.Close(result.Firms.Select(firm => firm.Coherence).ToArray(), [ab, ab, ac, ac], relative: 1e-13).ShouldBeTrue();
        result.MeanCoherence.ShouldBe((ab + ac) / 2, tolerance: 1e-13);
        result.MeanPValue.ShouldBe(double.NaN);
    }

    [Fact]
    public void Three_competences_are_joined_by_their_two_strongest_links_weighted_by_the_neighbour()
    {
        CompetenceCoherenceResult result = CompetenceCoherence.Estimate(
            new CompetenceHoldings(
                ["f", "f", "f", "g", "g", "h", "h", "i", "i", "j", "j"],
                ["a", "b", "c", "a", "b", "a", "b", "b", "c", "d", "e"])
            {
                Weights = [1, 2, 5, 1, 1, 1, 1, 1, 1, 1, 1],
            },
            Quick,
            cancellationToken: TestContext.Current.CancellationToken);
        double ab = result.Relatedness[1];
        double ac = result.Relatedness[2];
        double bc = result.Relatedness[(result.Competences.Count * 1) + 2];

        // ab and bc are the strongest: a has b, c has b, b has a and c with weights 1 and 5.
        ac.ShouldBeLessThan(Math.Min(ab, bc));
        FirmCoherence firm = result.Firms.Single(own => own.Firm == "f");
        firm.Coherence.ShouldBe(((1 * ab) + (2 * (((1 * ab) + (5 * bc)) / 6)) + (5 * bc)) / 8, tolerance: 1e-13);
        firm.AverageRelatedness.ShouldBe(
            ((1 * (((2 * ab) + (5 * ac)) / 7)) + (2 * (((1 * ab) + (5 * bc)) / 6)) + (5 * (((1 * ac) + (2 * bc)) / 3))) / 8, tolerance: 1e-13);
    }

    [Theory]
    [InlineData(CoherenceNull.Hypergeometric)]
    [InlineData(CoherenceNull.FixedMargins)]
    public void Two_families_of_competences_are_found_and_the_firm_across_them_is_not_coherent(CoherenceNull kind)
    {
        CompetenceCoherenceResult result = Estimate(Firms, new() { Null = kind, Replicates = 499 });

        int width = result.Competences.Count;
        int casting = result.Competences.ToList().IndexOf("c");
        int machining = result.Competences.ToList().IndexOf("m");
        int sewing = result.Competences.ToList().IndexOf("S");
        result.Relatedness[(casting * width) + machining].ShouldBeGreaterThan(0);
        result.Relatedness[(casting * width) + sewing].ShouldBeLessThan(0);
        result.MeanPValue.ShouldBeLessThan(0.05);
        result.MeanCoherence.ShouldBeGreaterThan(result.MeanExpected);
        result.Firms[^1].Coherence.ShouldBeLessThan(0);
        result.Firms[^1].PValue.ShouldBeGreaterThan(0.5);
    }

    [Fact]
    public void The_mean_of_random_tables_is_near_the_hypergeometric_one_when_firms_are_alike()
    {
        // Every firm holds two of five, so that the row sums bind little beyond the column sums.
        string[] firms = [.. Enumerable.Range(0, 40).Select(i => $"{"abcde"[i % 5]}{"abcde"[(i + 1 + (i / 5 % 3)) % 5]}")];
        CompetenceCoherenceResult fixedMargins = Estimate(firms, new() { Null = CoherenceNull.FixedMargins, Replicates = 2000 });
        CompetenceCoherenceResult hypergeometric = Estimate(firms, Quick);

        double correlation = RankCorrelation.Spearman(
            [.. fixedMargins.Relatedness.Where(value => !double.IsNaN(value))], [.. hypergeometric.Relatedness.Where(value => !double.IsNaN(value))]);
        correlation.ShouldBeGreaterThan(0.8);
    }

    [Fact]
    public void Order_and_names_do_not_matter_and_relatedness_is_symmetric() => Tables.Sample(firms =>
    {
        CompetenceCoherenceResult result = Estimate(firms, Quick);
        (string Firm, string Competence)[] rows = [.. Rows(firms).Reverse()];
        CompetenceCoherenceResult turned = CompetenceCoherence.Estimate(
            new CompetenceHoldings([.. rows.Select(row => row.Firm)], [.. rows.Select(row => row.Competence)]) { Weights = [.. rows.Select(_ => 3.0)] },
            Quick,
            cancellationToken: TestContext.Current.CancellationToken);
        int width = result.Competences.Count;
        return Bits.Close(result.Relatedness, turned.Relatedness, relative: 1e-12)
            && Bits.Close([.. result.Firms.Select(firm => firm.AverageRelatedness)], [.. turned.Firms.Select(firm => firm.AverageRelatedness)], relative: 1e-9)
            && Enumerable.Range(0, width * width).All(cell => result.Relatedness[cell].Equals(result.Relatedness[(cell % width * width) + (cell / width)])
                || Math.Abs(result.Relatedness[cell] - result.Relatedness[(cell % width * width) + (cell / width)]) < 1e-12);
    });

    [Fact]
    public void The_tree_is_at_least_as_related_as_all_pairs_of_equal_weight() => Tables.Sample(firms =>
        Estimate(firms, Quick).Firms.All(firm => double.IsNaN(firm.Coherence) || firm.Competences > 3 || firm.Coherence >= firm.AverageRelatedness - 1e-9));

    [Theory]
    [InlineData("abcd", "abc", "ab", "a")]
    [InlineData("abc", "abc", "ab", "ab")]
    public void A_table_that_is_the_only_one_with_its_margins_comes_back_every_time(params string[] firms)
    {
        CompetenceCoherenceResult result = Estimate(firms, new() { Null = CoherenceNull.FixedMargins, DiversifiedOnly = false, Replicates = 50 });

        result.Relatedness.Where(value => !double.IsNaN(value)).ShouldAllBe(value => value == 0);
        result.Firms.Where(firm => firm.Competences > 1).ShouldAllBe(firm => firm.PValue == 1 && firm.Expected == firm.Coherence);
        result.MeanPValue.ShouldBe(1);
    }

    [Fact]
    public void All_tables_with_the_margins_come_up_equally_often()
    {
        // Four firms hold two of four competences each; the coherence of two competences is their relatedness.
        string[] firms = ["ad", "bc", "ab", "bc"];
        string[] pairs = ["ab", "ac", "ad", "bc", "bd", "cd"];
        string[][] tables = [.. from w in pairs from x in pairs from y in pairs from z in pairs
                                where "abcd".All(c => $"{w}{x}{y}{z}".Count(held => held == c) == string.Concat(firms).Count(held => held == c))
                                select new[] { w, x, y, z }];
        double[] holders = [2, 3, 2, 1];
        double Relatedness(string[] table, string pair)
        {
            (double n, double m) = (holders[pair[0] - 'a'], holders[pair[1] - 'a']);
            double mean = n * m / 4;
            return (table.Count(held => held == pair) - mean) / Math.Sqrt(mean * (1 - (n / 4)) * (4 - m) / 3);
        }

        CompetenceCoherenceResult result = Estimate(firms, new() { Replicates = 4000 });

        result.Holders.ShouldBe([2, 3, 2, 1]);
        tables.Length.ShouldBeGreaterThan(10);
        for (int firm = 0; firm < 4; firm++)
        {
            double[] all = [.. tables.Select(table => Relatedness(table, table[firm]))];
            result.Firms[firm].Coherence.ShouldBe(Relatedness(firms, firms[firm]), tolerance: 1e-12);
            result.Firms[firm].Expected.ShouldBe(all.Average(), tolerance: 0.08);
            result.Firms[firm].PValue.ShouldBe(all.Count(value => value >= result.Firms[firm].Coherence - 1e-12) / (double)all.Length, tolerance: 0.04);
        }
    }

    [Fact]
    public void Any_number_of_workers_gives_the_same_bits()
    {
        CompetenceCoherenceOptions options = new() { Null = CoherenceNull.FixedMargins, Replicates = 200 };
        CompetenceCoherenceResult one = Estimate(Firms, options, workers: 1);
        CompetenceCoherenceResult four = Estimate(Firms, options, workers: 4);

        Bits.Same(one.Relatedness, four.Relatedness).ShouldBeTrue();
        Bits.Same(Numbers(one), Numbers(four)).ShouldBeTrue();
    }

    [Fact]
    public void A_competence_that_all_hold_says_nothing_and_a_firm_with_one_has_no_coherence()
    {
        CompetenceCoherenceResult result = Estimate(["ab", "ac", "abc", "a"], Quick);

        int width = result.Competences.Count;
        result.Relatedness[1].ShouldBe(0);
        result.Holders.ShouldBe([3, 2, 2]);
        result.Firms[3].Coherence.ShouldBe(double.NaN);
        result.Notes.Select(note => note.Code).ShouldBe(["single-competence", "no-spread"]);
        Estimate(["ab", "ac", "abc", "a"], Quick with { DiversifiedOnly = false }).Holders.ShouldBe([4, 2, 2]);
        width.ShouldBe(3);
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate([], Quick)).Message.ShouldContain("at least one row");
        Should.Throw<ArgumentException>(() => Estimate(["ab"], new() { Null = CoherenceNull.FixedMargins, Replicates = 1 })).Message.ShouldContain("at least 2");
        Should.Throw<ArgumentException>(() => CompetenceCoherence.Estimate(
            new CompetenceHoldings(["f"], ["a", "b"]), cancellationToken: TestContext.Current.CancellationToken));
        Should.Throw<ArgumentException>(() => CompetenceCoherence.Estimate(
            new CompetenceHoldings(["f"], ["a"]) { Weights = [0] }, cancellationToken: TestContext.Current.CancellationToken)).Message.ShouldContain("positive");
    }

    private static CompetenceCoherenceOptions Quick => new() { Replicates = 0 };

    private static double[] Numbers(CompetenceCoherenceResult result) =>
        [result.MeanCoherence, result.MeanExpected, result.MeanPValue, .. result.Firms.SelectMany(firm => new[] { firm.Coherence, firm.Expected, firm.PValue })];

    private static (string Firm, string Competence)[] Rows(string[] firms) =>
        [.. firms.SelectMany((held, firm) => held.Select(competence => ($"f{firm:00}", $"{competence}")))];

    private static CompetenceCoherenceResult Estimate(string[] firms, CompetenceCoherenceOptions options, int workers = 1)
    {
        (string Firm, string Competence)[] rows = Rows(firms);
        return CompetenceCoherence.Estimate(
            new CompetenceHoldings([.. rows.Select(row => row.Firm)], [.. rows.Select(row => row.Competence)]),
            options,
            new ExecutionOptions { Workers = workers },
            TestContext.Current.CancellationToken);
    }
}
