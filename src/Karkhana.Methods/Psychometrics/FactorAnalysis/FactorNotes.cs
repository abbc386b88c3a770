using Karkhana.Core.Errors;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Notes on factors that did not come out as asked.</summary>
internal static class FactorNotes
{
    public static IEnumerable<Note> Of(FactorSolution solution, IReadOnlyList<string> items)
    {
        if (!solution.Converged)
        {
            yield return new Note(
                "not-converged", Severity.Warning,
                "The estimation stopped before its gradient vanished; the numbers are where it stopped. Try more starts or fewer factors.");
        }

        if (solution.AtBound.Length > 0)
        {
            yield return new Note(
                "heywood-case", Severity.Warning, FormattableString.Invariant(
                    $"The uniqueness of {string.Join(", ", solution.AtBound.Select(item => items[item]))} ended at its lower bound of {FactorExtraction.LeastUniqueness} (Heywood case). Too many factors, too few respondents or a model that does not hold can show like this; do not read these loadings alone."));
        }

        if (solution.Found < solution.Loadings.ColumnCount)
        {
            yield return new Note(
                "fewer-factors", Severity.Warning, FormattableString.Invariant(
                    $"Only {solution.Found} of {solution.Loadings.ColumnCount} factors take up anything; the other columns are zero and nothing was rotated."));
        }
    }
}
