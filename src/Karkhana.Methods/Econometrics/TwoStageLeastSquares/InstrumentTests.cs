namespace Karkhana.Methods.Econometrics;

/// <summary>What the data say of the instruments.</summary>
public sealed record InstrumentTests
{
    /// <summary>Gets the first stage of each endogenous regressor.</summary>
    public required IReadOnlyList<FirstStage> FirstStages { get; init; }

    /// <summary>Gets the F test of the first-stage residuals in the ordinary regression: do least squares and two stages
    /// differ by more than chance.</summary>
    public required ModelTest WuHausman { get; init; }

    /// <summary>Gets the test of the instruments beyond those needed, with one error variance; not defined when there are
    /// none.</summary>
    public required ModelTest Sargan { get; init; }

    /// <summary>Gets the same test that allows unequal or clustered errors; not defined under the classical
    /// covariance.</summary>
    public required ModelTest HansenJ { get; init; }

    /// <summary>Gets the F of the weakest combination of endogenous regressors, with one error variance.</summary>
    public required double CraggDonaldF { get; init; }

    /// <summary>Gets the same that allows unequal or clustered errors; NaN under the classical covariance.</summary>
    public required double KleibergenPaapF { get; init; }
}
