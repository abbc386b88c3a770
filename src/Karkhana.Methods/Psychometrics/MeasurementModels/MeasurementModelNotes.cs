using Karkhana.Core.Errors;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Notes on measurement models that did not come out as one would wish.</summary>
internal static class MeasurementModelNotes
{
    public static IEnumerable<Note> Of(MeasurementModelFit fit, IReadOnlyList<string> items, string where = "")
    {
        if (!fit.Converged)
        {
            yield return new Note(
                "not-converged", Severity.Warning,
                $"The likelihood{where} was still rising when the search stopped; the numbers are where it stopped and should not be read.");
        }

        if (fit.Covariance is null)
        {
            yield return new Note(
                "not-identified", Severity.Warning,
                $"The information{where} has no inverse: the data do not tell all parameters apart, and there are no standard errors.");
        }

        for (int group = 0; group < fit.Moments.Count; group++)
        {
            foreach (Note note in Improper(fit, items, group, where))
            {
                yield return note;
            }
        }
    }

    private static IEnumerable<Note> Improper(MeasurementModelFit fit, IReadOnlyList<string> items, int group, string where)
    {
        ModelMatrices matrices = fit.Model.At(fit.Parameters, group);
        string[] negative = [.. items.Where((_, item) => matrices.Residuals[item] <= 0)];
        string place = fit.Moments.Count == 1 ? where : FormattableString.Invariant($"{where} in group {group + 1}");
        if (negative.Length > 0)
        {
            yield return new Note(
                "heywood-case", Severity.Warning,
                $"The residual variance of {string.Join(", ", negative)}{place} is not positive (Heywood case): an improper solution. Too few respondents, or a model that does not hold, can show like this.");
        }

        if (PositiveDefinite.Factor(matrices.FactorCovariances) is null)
        {
            yield return new Note(
                "improper-factor-correlation", Severity.Warning,
                $"The factor correlations{place} are not those of any variables (one is 1 or more, or they contradict each other): an improper solution. Constructs that cannot be told apart show like this.");
        }
    }
}
