using Karkhana.Core.Errors;
using Karkhana.Core.Results;
using Karkhana.Methods.Psychometrics;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>What the reader of a structural equation model must know.</summary>
internal static class StructuralNotes
{
    public static IEnumerable<Note> Of(StructuralEstimates estimates, DiagramMoments implied, IReadOnlyList<double> values)
    {
        if (!estimates.Converged)
        {
            yield return DiagramNotes.NotConverged("");
        }

        if (estimates.Covariance is null)
        {
            yield return DiagramNotes.NotIdentified("", estimates.Unidentified);
        }

        VariableRoles roles = estimates.Roles;
        string[] negative = [.. estimates.Terms.Where((term, place) => values[place] < 0
            && term.Arrow is { Kind: ArrowKind.Covariance } arrow && arrow.To == arrow.From).Select(term => roles.Names[term.Arrow.To])];
        if (negative.Length > 0)
        {
            yield return DiagramNotes.Heywood(negative, "");
        }

        int[] factors = [.. Enumerable.Range(roles.Observed, roles.Names.Count - roles.Observed)];
        if (factors.Length > 0 && PositiveDefinite.Factor(implied.CovariancesOf(factors)) is null)
        {
            yield return DiagramNotes.ImproperFactors("");
        }

        if (estimates.Fit.DegreesOfFreedom == 0)
        {
            yield return new Note(
                "saturated-model", Severity.Information,
                "The model has as many parameters as there are moments: it reproduces any data, so that chi-square and fit indices say nothing about it.");
        }

        if (Uncorrelated(roles, implied.Residuals) is { } apart)
        {
            yield return apart;
        }
    }

    /// <summary>Says how many bootstrap samples gave no estimates.</summary>
    public static IEnumerable<Note> Lost(int lost, int replicates)
    {
        if (lost > 0)
        {
            yield return new Note("undefined-replicates", Severity.Warning, FormattableString.Invariant(
                $"{lost} of {replicates} bootstrap samples could not be fitted or did not come to rest; the intervals leave them out."));
        }
    }

    /// <summary>Says which factors the model keeps uncorrelated with columns that only explain.</summary>
    private static Note? Uncorrelated(VariableRoles roles, Matrix<double> residuals)
    {
        string[] factors = [.. roles.ExogenousFactors.Where(
            factor => roles.Exogenous.Any(column => residuals[factor, column] == 0)).Select(factor => roles.Names[factor])];
        return roles.Exogenous.Length == 0 || factors.Length == 0
            ? null
            : new Note("uncorrelated-exogenous", Severity.Information,
                $"In the model, {ResponseNotes.Listed(factors)} and the columns that only explain ({ResponseNotes.Listed([.. roles.Exogenous.Select(column => roles.Names[column])])}) are uncorrelated. List their pairs under covariance to free them.");
    }
}
