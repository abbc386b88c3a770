using Karkhana.Core.Errors;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Psychometrics;

/// <summary>What the reader of a fitted item response model must know.</summary>
internal static class FitNotes
{
    private const int FewRespondents = 150;
    private const double DensityAtTheEnds = 1e-4; // of its greatest value

    /// <summary>Gives the notes.</summary>
    public static IEnumerable<Note> Of(
        EstimationData data, FittedParameters fitted, MarginalProblem problem, ItemResponseModelOptions options) =>
    [
        .. Search(fitted, options),
        .. RanOff(data, fitted),
        .. Variances(data, fitted),
        .. NegativeSlopes(data, fitted),
        .. ShortGrid(fitted, problem, options),
        .. Few(data, fitted, options),
    ];

    private static IEnumerable<Note> Search(FittedParameters fitted, ItemResponseModelOptions options)
    {
        MarginalMaximum maximum = fitted.Maximum;
        if (!maximum.Converged)
        {
            yield return new Note("not-converged", Severity.Warning, FormattableString.Invariant(
                $"The search stopped after {maximum.Evaluations} evaluations of the likelihood; the last step changed a parameter by {maximum.LastChange:G3}, asked was {options.Tolerance:G3}. The estimates are those reached. A prior on slopes and thresholds, equal slopes or fewer categories may help."));
        }

        if (fitted.Covariance is null)
        {
            yield return new Note("no-standard-errors", Severity.Warning,
                "The observed information is not positive definite: the data do not determine all parameters, and no standard error is given. A prior, equal slopes or fewer categories may help.");
        }
    }

    private static IEnumerable<Note> RanOff(EstimationData data, FittedParameters fitted)
    {
        string[] steep = [.. fitted.Layout.Instances
            .Where(instance => instance.Indices[0] >= 0 && fitted.Maximum.Frozen[instance.Indices[0]])
            .Select(instance => data.Responses.Items[instance.Item]).Distinct()];
        if (steep.Length > 0)
        {
            yield return new Note("slope-ran-off", Severity.Warning, FormattableString.Invariant(
                $"The slopes of {string.Join(", ", steep)} grew without end and were held at {MarginalMaximiser.SteepestSlope}: the answers order the respondents (almost) perfectly. They have no standard error. A prior on slopes gives finite estimates."));
        }

        string[] guessed = [.. fitted.Layout.Instances
            .Where(instance => fitted.Layout.Model == ItemModel.ThreeParameter && fitted.Maximum.Frozen[instance.Indices[2]])
            .Select(instance => data.Responses.Items[instance.Item]).Distinct()];
        if (guessed.Length > 0)
        {
            yield return new Note("no-guessing", Severity.Information,
                $"The guessing chances of {string.Join(", ", guessed)} went to 0 and were held there; they have no standard error. A prior on guessing, or the two-parameter model, fits better.");
        }
    }

    private static IEnumerable<Note> Variances(EstimationData data, FittedParameters fitted)
    {
        int[] indices = fitted.Layout.Population.LogDeviationIndices;
        for (int group = 0; group < indices.Length; group++)
        {
            if (indices[group] >= 0 && fitted.Maximum.Frozen[indices[group]])
            {
                bool none = fitted.Values[indices[group]] <= MarginalMaximiser.LeastLogDeviation;
                string where = data.Groups[group].Length > 0 ? $" of group {data.Groups[group]}" : "";
                yield return new Note("variance-at-bound", Severity.Warning, none
                    ? $"The latent variance{where} went to 0: the items have nothing in common there. It has no standard error."
                    : $"The latent variance{where} grew without end: the answers order the respondents (almost) perfectly. It has no standard error.");
            }
        }
    }

    private static IEnumerable<Note> NegativeSlopes(EstimationData data, FittedParameters fitted)
    {
        string[] negative = [.. fitted.Layout.Instances.Where((_, at) => fitted.Instances[at][0] < 0)
            .Select(instance => data.Responses.Items[instance.Item]).Distinct()];
        if (negative.Length > 0)
        {
            yield return new Note("negative-slope", Severity.Warning,
                $"Higher answers to {string.Join(", ", negative)} go with lower values of the latent variable. Check how they are keyed.");
        }
    }

    private static IEnumerable<Note> ShortGrid(FittedParameters fitted, MarginalProblem problem, ItemResponseModelOptions options)
    {
        double[] logs = new double[problem.Grid.Stride];
        bool cut = false;
        for (int pattern = 0; pattern < problem.Patterns.Count && !cut; pattern++)
        {
            int cell = problem.Patterns.PopulationCells[pattern];
            if (pattern == 0 || cell != problem.Patterns.PopulationCells[pattern - 1])
            {
                fitted.Layout.Population.At(cell, fitted.Values).FillLogWeights(problem.Grid, logs);
                double ends = Math.Max(logs[0], logs[problem.Grid.Count - 1]);
                cut = ends - logs.Max() > Math.Log(DensityAtTheEnds);
            }
        }

        if (cut && options.Quadrature == Quadrature.EquallySpaced)
        {
            yield return new Note("short-grid", Severity.Warning, FormattableString.Invariant(
                $"The latent distribution reaches beyond the nodes on [-{options.Range}, {options.Range}]: the estimates are those of a distribution cut there. Raise range, and nodes with it."));
        }
    }

    private static IEnumerable<Note> Few(EstimationData data, FittedParameters fitted, ItemResponseModelOptions options)
    {
        bool slopes = !options.Model.HasUnitSlopes() && !options.EqualSlopes && options.PriorSlope is null;
        if (slopes && data.Respondents < FewRespondents)
        {
            yield return new Note("few-respondents", Severity.Warning, FormattableString.Invariant(
                $"{data.Respondents} respondents are few for {fitted.Layout.Count} parameters with free slopes. With fewer than 150 equal slopes or a prior on slopes are steadier, with fewer than 80 a sum score."));
        }
    }
}
