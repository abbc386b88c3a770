using System.ComponentModel;

namespace Karkhana.Methods.Psychometrics;

/// <summary>What can be set on the limited-information test of fit.</summary>
public sealed record LimitedInformationFitOptions : GivenModelOptions
{
    /// <summary>Gets the item model.</summary>
    /// <value>Required.</value>
    [Description("Item model; rasch and partial-credit: slopes fixed at 1, latent variance free.")]
    public required ItemModel Model { get; init; }

    /// <summary>Gets the moments that are compared.</summary>
    /// <value><see cref="FitMoments.M2"/> unless set.</value>
    [Description("m2: two-valued items; c2: any number of categories.")]
    public FitMoments Statistic { get; init; } = FitMoments.M2;

    /// <summary>Gets a value indicating whether the slopes were estimated as one.</summary>
    /// <value>False unless set.</value>
    [Description("The items share one free slope, which counts as one parameter.")]
    public bool EqualSlopes { get; init; }

    internal string Text() => FormattableString.Invariant(
        $"{Text(Model)}, statistic = {Statistic}, equal_slopes = {EqualSlopes}");
}
