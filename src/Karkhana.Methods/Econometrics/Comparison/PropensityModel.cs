using Karkhana.Core.Errors;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Econometrics;

/// <summary>The fitted probability of treatment, for methods that need treated and untreated units to overlap.</summary>
/// <param name="Fit">The logit.</param>
/// <param name="Scores">The probability of each unit.</param>
/// <param name="Notes">What the fit says of itself.</param>
internal sealed record PropensityModel(BinaryFit Fit, double[] Scores, IReadOnlyList<Note> Notes)
{
    /// <summary>Fits a logit; refuses covariates that tell treated from untreated units without error.</summary>
    public static PropensityModel Of(TreatmentDesign design, double ridge, CancellationToken cancellationToken)
    {
        BinaryFit fit = BinaryFit.Fit(design.Design, BinaryLink.Logit, ridge, cancellationToken);
        RequireOverlap(fit);
        return new PropensityModel(fit, fit.Probabilities, fit.Separation is null ? fit.Ascent.Notes : [fit.Separation.Note(design.Design.Terms, term => design.Design.HasIntercept && term == 0)]);
    }

    /// <summary>Refuses covariates that tell treated from untreated units without error, for methods whose own model has a
    /// ridge, with which no estimate shows it.</summary>
    public static void RequireOverlap(TreatmentDesign design, CancellationToken cancellationToken) =>
        RequireOverlap(BinaryFit.Fit(design.Design, BinaryLink.Logit, 0, cancellationToken));

    private static void RequireOverlap(BinaryFit fit) => Require.That(
        fit.Separation is not { IsComplete: true }, "terms",
        "must leave treated and untreated units that are alike: together they tell all of them apart, so there is no overlap and nothing to compare");
}
