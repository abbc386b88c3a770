using System.ComponentModel;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on a measure of a linear model.</summary>
public record RegressionModelOptions
{
    /// <summary>Gets the model.</summary>
    /// <value>Required.</value>
    [Description("Outcome, terms, intercept, categorical (column with its base level).")]
    public required ModelSpecification Model { get; init; }
}
