using Karkhana.Core.Errors;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>The columns of moderated mediation in the order of its equations.</summary>
/// <param name="Design">The complete rows; terms in the order below.</param>
/// <param name="Sample">The same rows with the products.</param>
/// <param name="Moderator">The moderator.</param>
/// <remarks>Constant, covariates, treatment, (moderator and its product with the treatment when the first step depends on it),
/// mediator, the other products: the mediator is explained by what stands before it.</remarks>
internal sealed record ModeratedDesign(DesignMatrix Design, RegressionSample Sample, double[] Moderator)
{
    public const string TreatmentProduct = "treatment x moderator";
    public const string MediatorProduct = "mediator x moderator";

    public static ModeratedDesign Of(RegressionSample sample, ModeratedMediationOptions options)
    {
        MediationModel model = options.Model;
        Require.That(model.Mediators.Count == 1, nameof(model.Mediators), FormattableString.Invariant($"must be one; there were {model.Mediators.Count}"));
        Require.That(options.Paths.Count > 0, nameof(options.Paths), "must name at least one step; it was empty");
        MediationModel withModerator = model with { Covariates = [.. model.Covariates, options.Moderator] };
        MediationDesign plain = MediationDesign.Of(sample, withModerator);
        RegressionSample kept = sample.Keep(
            plain.Design.Rows, [model.Outcome, model.Treatment, model.Mediators[0], options.Moderator, .. model.Covariates]);
        double[] moderator = [.. kept.Data.Numbers(options.Moderator)];
        Require.That(
            moderator.Any(value => value != moderator[0]), options.Moderator, FormattableString.Invariant($"must vary; it was {moderator[0]} in all complete rows"));
        Column Product(string name, string column) => Column.Of(name, kept.Data.Numbers(column).Zip(moderator, (value, at) => value * at));
        RegressionSample full = kept with
        {
            Data = Table.Of("sample", [.. kept.Data.Columns, Product(TreatmentProduct, model.Treatment), Product(MediatorProduct, model.Mediators[0])]),
        };
        DesignMatrix design = DesignMatrix.Build(full, new ModelSpecification { Outcome = model.Outcome, Terms = Terms(options), Categorical = model.Categorical });
        string? lost = Terms(options).Skip(model.Covariates.Count).FirstOrDefault(design.Aliased.Contains);
        Require.That(lost is null, lost ?? "", "must vary beyond the columns before it; among the complete rows it did not");
        return new ModeratedDesign(design, full, moderator);
    }

    /// <summary>Gives the position of a term; −1 when it is not in the model.</summary>
    public int Place(string term) => Array.IndexOf(Design.Terms, term);

    private static string[] Terms(ModeratedMediationOptions options)
    {
        MediationModel model = options.Model;
        bool first = options.Paths.Contains(ModeratedPath.TreatmentToMediator);
        bool treatment = first || options.Paths.Contains(ModeratedPath.TreatmentToOutcome);
        string[] moderated = [options.Moderator, .. treatment ? (string[])[TreatmentProduct] : []];
        string[] last = options.Paths.Contains(ModeratedPath.MediatorToOutcome) ? [MediatorProduct] : [];
        return first
            ? [.. model.Covariates, model.Treatment, .. moderated, model.Mediators[0], .. last]
            : [.. model.Covariates, model.Treatment, model.Mediators[0], .. moderated, .. last];
    }
}
