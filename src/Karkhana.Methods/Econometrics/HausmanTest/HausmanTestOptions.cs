using System.ComponentModel;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on the Hausman test.</summary>
public sealed record HausmanTestOptions
{
    /// <summary>Gets the model.</summary>
    /// <value>Required.</value>
    [Description("Outcome, terms, intercept, categorical (column with its base level).")]
    public required ModelSpecification Model { get; init; }

    /// <summary>Gets the form of the test.</summary>
    /// <value><see cref="HausmanForm.Quadratic"/> unless set.</value>
    [Description("quadratic: difference of the two estimates; regression: unit means added to random effects, errors clustered by unit.")]
    public HausmanForm Form { get; init; }
}
