using System.Runtime.InteropServices;
using Karkhana.Core.Errors;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The answers as categories, and who has which latent distribution.</summary>
internal sealed class EstimationData
{
    private EstimationData(int[] rows, CategoryResponses responses)
    {
        Rows = rows;
        Responses = responses;
    }

    /// <summary>Gets the rows of the sample that are kept; all other lists run along them.</summary>
    public int[] Rows { get; }

    /// <summary>Gets the answers.</summary>
    public CategoryResponses Responses { get; }

    /// <summary>Gets the weights, with mean 1 over the respondents who answered something.</summary>
    public required double[] Weights { get; init; }

    /// <summary>Gets the group names, the reference first; one empty name when there is no group column.</summary>
    public required string[] Groups { get; init; }

    /// <summary>Gets the population cell of each row; −1 for a respondent who answered nothing.</summary>
    public required int[] PopulationCells { get; init; }

    /// <summary>Gets the cells of those who answered nothing too.</summary>
    public required int[] CellsOfAll { get; init; }

    /// <summary>Gets the group of each population cell.</summary>
    public required int[] CellGroups { get; init; }

    /// <summary>Gets the standardised covariates of each population cell.</summary>
    public required double[][] CellCovariates { get; init; }

    /// <summary>Gets the covariates' weighted means and standard deviations.</summary>
    public required (double Centre, double Scale)[] Scales { get; init; }

    /// <summary>Gets which items differ between groups.</summary>
    public required bool[] Free { get; init; }

    /// <summary>Gets what the reader must know.</summary>
    public required List<Note> Notes { get; init; }

    /// <summary>Gets the number of respondents who answered something.</summary>
    public int Respondents => PopulationCells.Count(cell => cell >= 0);

    /// <summary>Reads a sample and refuses one that cannot be estimated.</summary>
    public static EstimationData Of(ItemResponseSample sample, ItemResponseModelOptions options)
    {
        sample.Checked();
        Require.That(
            sample.Responses.Items.Count >= 2, nameof(sample),
            FormattableString.Invariant($"must hold at least two items; it held {sample.Responses.Items.Count}"));
        List<Note> notes = [];
        int[] rows = Keep(sample, notes);
        ItemResponses kept = rows.Length == sample.Responses.Respondents ? sample.Responses : sample.Responses with
        {
            Answers = [.. sample.Responses.Answers.Select(answers => rows.Select(row => answers[row]).ToArray())],
        };
        (CategoryResponses responses, IReadOnlyList<Note> merged) =
            CategoryMerging.Merge(CategoryResponses.Observed(kept), options.LeastCategoryCount);
        ResponseChecks.Categories(responses, options.Model);
        notes.AddRange(ResponseChecks.Gaps(responses));
        notes.AddRange(merged);
        bool[] answered = [.. Enumerable.Range(0, rows.Length).Select(
            row => responses.Row(row).ContainsAnyExcept(CategoryResponses.Missing))];
        notes.AddRange(ResponseChecks.Unanswered(answered));
        double[] weights = Scaled([.. rows.Select(row => sample.Weights?[row] ?? 1)], answered);
        string[] groups = ResponseChecks.Groups(sample, rows, answered, options);
        int[] groupOf = sample.Groups is null ? new int[rows.Length] : [.. rows.Select(row => Array.IndexOf(groups, sample.Groups[row]))];
        (double Centre, double Scale)[] scales = Standardise(sample, rows, weights, answered);
        double[][] covariates = [.. sample.Covariates.Select((values, at) =>
            rows.Select(row => (values[row] - scales[at].Centre) / scales[at].Scale).ToArray())];
        ResponseChecks.Collinear(sample.CovariateNames, covariates, groupOf, groups, answered);
        (int[] cells, List<int> first) = Cells(groupOf, covariates);
        EstimationData data = new(rows, responses)
        {
            Weights = weights,
            Groups = groups,
            PopulationCells = [.. cells.Select((cell, row) => answered[row] ? cell : -1)],
            CellsOfAll = cells,
            CellGroups = [.. first.Select(row => groupOf[row])],
            CellCovariates = [.. first.Select(row => covariates.Select(values => values[row]).ToArray())],
            Scales = scales,
            Free = ResponseChecks.FreeItems(responses, groupOf, groups, options),
            Notes = notes,
        };
        return data;
    }

    private static int[] Keep(ItemResponseSample sample, List<Note> notes)
    {
        int[] complete = [.. Enumerable.Range(0, sample.Responses.Respondents).Where(
            row => sample.Covariates.All(values => double.IsFinite(values[row])))];
        int dropped = sample.Responses.Respondents - complete.Length;
        if (dropped > 0)
        {
            notes.Add(new Note("missing-covariate", Severity.Warning, FormattableString.Invariant(
                $"{dropped} of {sample.Responses.Respondents} respondents lack a covariate of the latent regression and were not used.")));
        }

        return sample.Weights is null ? complete : [.. complete.Where(row => sample.Weights[row] > 0)];
    }

    private static double[] Scaled(double[] weights, bool[] answered)
    {
        double[] used = [.. weights.Where((_, row) => answered[row])];
        double mean = Core.Kernels.Sums.Mean(used);
        return [.. weights.Select(weight => weight / mean)];
    }

    private static (double Centre, double Scale)[] Standardise(ItemResponseSample sample, int[] rows, double[] weights, bool[] answered)
    {
        double[] used = [.. weights.Select((weight, row) => answered[row] ? weight : 0)];
        double total = Core.Kernels.Sums.Sum(used);
        return [.. sample.Covariates.Select((values, at) =>
        {
            double[] own = [.. rows.Select(row => values[row])];
            double centre = Core.Kernels.Sums.Dot(used, own) / total;
            double[] squares = [.. own.Select(value => (value - centre) * (value - centre))];
            double scale = Math.Sqrt(Core.Kernels.Sums.Dot(used, squares) / total);
            Require.That(
                scale > 1e-12 * Math.Abs(centre), "covariates",
                $"must vary among the respondents who are used; {sample.CovariateNames[at]} does not");
            return (centre, scale);
        })];
    }

    private static (int[] Cells, List<int> First) Cells(int[] groupOf, double[][] covariates)
    {
        double[] table = new double[groupOf.Length * (1 + covariates.Length)];
        for (int row = 0; row < groupOf.Length; row++)
        {
            table[row * (1 + covariates.Length)] = groupOf[row];
            for (int at = 0; at < covariates.Length; at++)
            {
                table[(row * (1 + covariates.Length)) + 1 + at] = covariates[at][row];
            }
        }

        return DistinctRows.Of(MemoryMarshal.AsBytes<double>(table).ToArray(), sizeof(double) * (1 + covariates.Length));
    }
}
