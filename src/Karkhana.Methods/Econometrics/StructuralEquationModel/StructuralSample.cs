using Karkhana.Core.Errors;
using Karkhana.Core.Results;
using Karkhana.Methods.Psychometrics;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>The rows that a structural equation model is fitted to.</summary>
/// <param name="Rows">The number of rows used.</param>
/// <param name="Blocks">The moments of rows that show the same variables.</param>
/// <param name="Cases">The rows themselves, block by block.</param>
/// <param name="Moments">Means and covariances by maximum likelihood.</param>
/// <param name="Notes">What was left out.</param>
internal sealed record StructuralSample(
    int Rows, IReadOnlyList<MomentBlock> Blocks, IReadOnlyList<Matrix<double>> Cases, SaturatedMoments Moments, IReadOnlyList<Note> Notes)
{
    private const int LeastRows = 3;

    /// <summary>Gives the columns that the model uses.</summary>
    public static ItemResponses Used(ItemResponses sample, VariableRoles roles)
    {
        sample.Checked(leastItems: 2);
        string[] names = [.. roles.Names.Take(roles.Observed)];
        List<string> columns = [.. sample.Items];
        return sample with { Items = names, Answers = [.. names.Select(name => sample.Answers[columns.IndexOf(name)])] };
    }

    /// <summary>Takes the rows that the options ask for.</summary>
    public static StructuralSample Of(
        ItemResponses used, VariableRoles roles, StructuralEquationModelOptions options, CancellationToken cancellationToken) =>
        options.Missing == IncompleteRows.FullInformation ? Incomplete(used, roles.Exogenous, cancellationToken) : Complete(used);

    private static StructuralSample Complete(ItemResponses used)
    {
        ItemResponses complete = used.CompleteAtLeast(LeastRows).Varying();
        Matrix<double> cases = Matrix<double>.Build.DenseOfColumnArrays(complete.Answers);
        var block = MomentBlock.Of(0, [.. Enumerable.Range(0, cases.ColumnCount)], cases);
        RequirePositiveDefinite(block.Covariances, cases.RowCount);
        return new StructuralSample(
            cases.RowCount, [block], [cases], new SaturatedMoments(block.Means, block.Covariances, true),
            ResponseNotes.Incomplete(used, complete));
    }

    /// <summary>Takes all rows that show something, but for those that lack an exogenous variable.</summary>
    private static StructuralSample Incomplete(ItemResponses used, int[] exogenous, CancellationToken cancellationToken)
    {
        int variables = used.Items.Count;
        int[] rows = [.. Enumerable.Range(0, used.Respondents).Where(row =>
            Array.TrueForAll(exogenous, place => !double.IsNaN(used.Answers[place][row]))
            && used.Answers.Any(answers => !double.IsNaN(answers[row])))];
        ItemResponses kept = used with { Answers = [.. used.Answers.Select(answers => rows.Select(row => answers[row]).ToArray())] };
        Require.That(rows.Length > variables, "sample", FormattableString.Invariant(
            $"must hold more rows that show something than variables; it had {rows.Length} and {variables}"));
        string[] constant = [.. Enumerable.Range(0, variables).Where(place => !kept.Varies(place)).Select(place => kept.Items[place])];
        Require.That(constant.Length == 0, "sample", $"must hold variables that vary; {ResponseNotes.Listed(constant)} did not");
        RequirePairs(kept);
        List<MomentBlock> blocks = [];
        List<Matrix<double>> cases = [];
        foreach (IGrouping<string, int> pattern in Enumerable.Range(0, rows.Length).GroupBy(row => PatternOf(kept, row), StringComparer.Ordinal))
        {
            int[] places = [.. Enumerable.Range(0, variables).Where(place => pattern.Key[place] == '1')];
            int[] own = [.. pattern];
            cases.Add(Matrix<double>.Build.Dense(own.Length, places.Length, (row, k) => kept.Answers[places[k]][own[row]]));
            blocks.Add(MomentBlock.Of(0, places, cases[^1]));
        }

        var moments = SaturatedMoments.Of(blocks, variables, cancellationToken);
        RequirePositiveDefinite(moments.Covariances, rows.Length);
        return new StructuralSample(rows.Length, blocks, cases, moments, [.. NotesOf(used, rows.Length, exogenous, moments)]);
    }

    private static string PatternOf(ItemResponses kept, int row) =>
        string.Concat(kept.Answers.Select(answers => double.IsNaN(answers[row]) ? '0' : '1'));

    private static void RequirePairs(ItemResponses kept)
    {
        for (int item = 0; item < kept.Items.Count; item++)
        {
            for (int other = 0; other < item; other++)
            {
                int both = kept.Pair(item, other).Respondents;
                Require.That(both >= LeastRows, "sample", FormattableString.Invariant(
                    $"must show every two variables together in at least {LeastRows} rows; {kept.Items[other]} and {kept.Items[item]} were so in {both}"));
            }
        }
    }

    private static void RequirePositiveDefinite(Matrix<double> covariances, int rows)
    {
        Require.That(rows > covariances.RowCount, "sample", FormattableString.Invariant(
            $"must hold more rows than variables; it had {rows} and {covariances.RowCount}"));
        Matrix<double> correlations = covariances.MapIndexed(
            (i, j, value) => value / Math.Sqrt(covariances[i, i] * covariances[j, j]), Zeros.Include);
        Require.That(
            PositiveDefinite.Is(correlations), "sample", "must hold variables of which none follows from the others; their correlation matrix is singular");
    }

    private static IEnumerable<Note> NotesOf(ItemResponses used, int rows, int[] exogenous, SaturatedMoments moments)
    {
        int left = used.Respondents - rows;
        if (left > 0)
        {
            string lack = exogenous.Length == 0
                ? "show none of the variables"
                : $"lack {ResponseNotes.Listed([.. exogenous.Select(place => used.Items[place])])} or show none of the variables";
            yield return new Note("dropped-rows", Severity.Information, FormattableString.Invariant(
                $"{left} of {used.Respondents} rows {lack} and were not used."));
        }

        if (!moments.Converged)
        {
            yield return new Note("saturated-not-converged", Severity.Warning,
                "Means and covariances without a model had not settled when the search for them stopped; chi-square and fit indices may still move.");
        }
    }
}
