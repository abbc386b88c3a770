using Karkhana.Core.Errors;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Econometrics;

/// <summary>The complete rows of a mediation model in the order of its equations: constant, covariates, treatment,
/// mediators, outcome.</summary>
/// <param name="Columns">The columns; the outcome is the last.</param>
/// <param name="Treatment">The position of the treatment; those before it are held equal.</param>
/// <param name="Mediators">The number of mediators after it.</param>
/// <param name="Design">The rows, weights and covariates left out.</param>
/// <remarks>In this order one triangular factor holds every equation: a column is explained by those before it.</remarks>
internal sealed record MediationDesign(double[][] Columns, int Treatment, int Mediators, DesignMatrix Design)
{
    public int Rows => Design.Outcome.Length;

    public double[] Outcome => Columns[^1];

    public double[] TreatmentValues => Columns[Treatment];

    public static MediationDesign Of(RegressionSample sample, MediationModel model)
    {
        ArgumentNullException.ThrowIfNull(sample);
        CheckNames(model);
        DesignMatrix design = DesignMatrix.Build(sample, new ModelSpecification
        {
            Outcome = model.Outcome,
            Terms = [.. model.Covariates, model.Treatment, .. model.Mediators],
            Categorical = model.Categorical,
        });
        CheckVariation(design, model);
        int treatment = design.Terms.Length - model.Mediators.Count - 1;
        return new MediationDesign([.. design.Columns, design.Outcome], treatment, model.Mediators.Count, design);
    }

    /// <summary>Gives the notes on rows and covariates that were left out.</summary>
    public IEnumerable<Note> Notes(RegressionSample sample) => [.. AliasedTerms.Notes(Design), .. DesignNotes.Dropped(sample.Data.RowCount - Rows, sample.Data.RowCount)];

    private static void CheckNames(MediationModel model)
    {
        Require.That(model.Mediators.Count > 0, nameof(model.Mediators), "must name at least one column; it was empty");
        string[] all = [model.Outcome, model.Treatment, .. model.Mediators, .. model.Covariates];
        string? twice = all.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1)?.Key;
        Require.That(twice is null, nameof(MediationModel), $"must name each column once; {twice} came more than once");
        string? text = all.Take(2 + model.Mediators.Count).FirstOrDefault(model.Categorical.ContainsKey);
        Require.That(text is null, nameof(model.Categorical), $"must name covariates only; {text} was not one");
    }

    private static void CheckVariation(DesignMatrix design, MediationModel model)
    {
        Require.That(
            !design.Aliased.Contains(model.Treatment), model.Treatment,
            "must vary beyond the covariates; among the complete rows it was constant or determined by them");
        string? flat = model.Mediators.FirstOrDefault(design.Aliased.Contains);
        Require.That(
            flat is null, flat ?? "", "must vary beyond treatment, covariates and the mediators before it; among the complete rows it did not");
    }
}
