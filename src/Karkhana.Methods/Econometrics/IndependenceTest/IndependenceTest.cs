using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using Karkhana.Methods.Concentration;
using MathNet.Numerics;

namespace Karkhana.Methods.Econometrics;

/// <summary>Whether two classifications of units are independent.</summary>
public static class IndependenceTest
{
    internal const string Source =
        "Pearson 1900, doi:10.1080/14786440009463897; Fisher 1922, doi:10.2307/2340521; Yates 1934, doi:10.2307/2983604; Cramer 1946, Mathematical Methods of Statistics";

    private const double LeastExpected = 5;
    private const double Rounding = 1e-7;

    /// <summary>Tests independence.</summary>
    /// <remarks>
    /// With counts O and E = row × column/n: X² = Σ (|O − E| − c)²/E, c = 0, or min(½, |O − E|) after Yates, (r − 1)(c − 1)
    /// degrees of freedom. Fisher: the sum of the hypergeometric probabilities of all 2 × 2 tables with these margins that
    /// are no more probable than the one observed. Effect size: Cramér's V = √(X²/(n·min(r − 1, c − 1))), from X² without
    /// correction; 2 × 2 also the odds ratio. Assumes independent units; the chi-square limit supposes expected counts of
    /// some five, a note says when not. Cost: one pass. Source: Pearson 1900, doi:10.1080/14786440009463897; Fisher 1922,
    /// doi:10.2307/2340521; Yates 1934, doi:10.2307/2983604; Cramér 1946, section 21.9. Agrees with: R 4.2 chisq.test and
    /// fisher.test, relative 1e-9 (their odds ratio is a conditional one).
    /// </remarks>
    /// <param name="sample">Two codes per unit.</param>
    /// <param name="options">Method.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The test with effect size and counts.</returns>
    /// <exception cref="ArgumentException">Fewer than two rows or columns, or a method for 2 × 2 with more.</exception>
    public static IndependenceTestResult Estimate(
        PairedCodes sample, IndependenceTestOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        options ??= new IndependenceTestOptions();
        Require.SameLength(sample.Rows.Count, sample.Columns.Count, nameof(sample.Columns));
        int[] known = [.. Enumerable.Range(0, sample.Rows.Count).Where(i => sample.Rows[i] is not null && sample.Columns[i] is not null)];
        CodeList rows = CodeList.Of([.. known.Select(i => sample.Rows[i]!)]);
        CodeList columns = CodeList.Of([.. known.Select(i => sample.Columns[i]!)]);
        Require.That(rows.Codes.Length >= 2 && columns.Codes.Length >= 2, nameof(sample), FormattableString.Invariant(
            $"must hold at least two rows and two columns; it held {rows.Codes.Length} and {columns.Codes.Length}"));
        bool fourfold = rows.Codes.Length == 2 && columns.Codes.Length == 2;
        Require.That(fourfold || options.Method == IndependenceMethod.ChiSquare, nameof(options.Method), FormattableString.Invariant(
            $"must be chi-square unless there are two rows and two columns; there were {rows.Codes.Length} and {columns.Codes.Length}"));
        double[] counts = Count(rows, columns);
        double[] expected = Expected(counts, columns.Codes.Length);
        double plain = Distance(counts, expected, 0);
        double statistic = options.Method == IndependenceMethod.ChiSquareYates ? Distance(counts, expected, 0.5) : plain;
        int degrees = (rows.Codes.Length - 1) * (columns.Codes.Length - 1);
        return new IndependenceTestResult
        {
            Rows = rows.Codes,
            Columns = columns.Codes,
            Counts = counts,
            Expected = expected,
            Statistic = statistic,
            Degrees = degrees,
            PValue = options.Method == IndependenceMethod.Fisher ? Exact(counts) : ChiSquare.UpperTail(statistic, degrees),
            CramerV = Math.Sqrt(plain / (known.Length * (double)(Math.Min(rows.Codes.Length, columns.Codes.Length) - 1))),
            OddsRatio = fourfold ? counts[0] * counts[3] / (counts[1] * counts[2]) : double.NaN,
            Notes =
            [
                .. DesignNotes.Dropped(sample.Rows.Count - known.Length, sample.Rows.Count),
                .. options.Method == IndependenceMethod.Fisher || expected.Min() >= LeastExpected ? Array.Empty<Note>() : [new Note(
                    "small-expected-counts", Severity.Warning, FormattableString.Invariant(
                        $"The least expected count is {expected.Min():F1}: below {LeastExpected} chi-square is a rough limit. Join categories, or use fisher with two rows and two columns."))],
            ],
            Provenance = new Provenance("econometrics.independence-test", $"method = {options.Method}", Source),
        };
    }

    private static double[] Count(CodeList rows, CodeList columns)
    {
        double[] counts = new double[rows.Codes.Length * columns.Codes.Length];
        for (int i = 0; i < rows.Positions.Length; i++)
        {
            counts[(rows.Positions[i] * columns.Codes.Length) + columns.Positions[i]]++;
        }

        return counts;
    }

    private static double[] Expected(double[] counts, int width)
    {
        double[] ofRows = [.. counts.Chunk(width).Select(row => Sums.Sum(row))];
        double[] ofColumns = [.. Enumerable.Range(0, width).Select(column => Sums.Sum([.. counts.Where((_, cell) => cell % width == column)]))];
        double all = Sums.Sum(counts);
        return [.. counts.Select((_, cell) => ofRows[cell / width] * ofColumns[cell % width] / all)];
    }

    private static double Distance(double[] counts, double[] expected, double correction) => Sums.Sum([.. counts.Zip(expected, (count, mean) =>
    {
        double distance = Math.Abs(count - mean);
        distance -= Math.Min(correction, distance);
        return distance * distance / mean;
    })]);

    private static double Exact(double[] counts)
    {
        (int a, int row, int column, int all) = ((int)counts[0], (int)(counts[0] + counts[1]), (int)(counts[0] + counts[2]), (int)Sums.Sum(counts));
        double Logarithm(int cell) => SpecialFunctions.BinomialLn(column, cell) + SpecialFunctions.BinomialLn(all - column, row - cell);
        int least = Math.Max(0, row + column - all);
        double observed = Logarithm(a);
        (double extreme, double total) = (0, 0);
        for (int cell = least; cell <= Math.Min(row, column); cell++)
        {
            double relative = Math.Exp(Logarithm(cell) - observed);
            total += relative;
            extreme += relative <= 1 + Rounding ? relative : 0;
        }

        return Math.Min(1, extreme / total);
    }
}
