using Karkhana.Core.Results;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Notes on measurement models that did not come out as one would wish.</summary>
internal static class MeasurementModelNotes
{
    public static IEnumerable<Note> Of(MeasurementModelFit fit, IReadOnlyList<string> items, string where = "")
    {
        if (!fit.Converged)
        {
            yield return DiagramNotes.NotConverged(where);
        }

        if (fit.Covariance is null)
        {
            yield return DiagramNotes.NotIdentified(where, []);
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
            yield return DiagramNotes.Heywood(negative, place);
        }

        if (PositiveDefinite.Factor(matrices.FactorCovariances) is null)
        {
            yield return DiagramNotes.ImproperFactors(place);
        }
    }
}
