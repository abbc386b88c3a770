using Karkhana.Core.Errors;

namespace Karkhana.Methods.Econometrics;

/// <summary>A column with the lags at which it enters a dynamic model.</summary>
public sealed record LaggedTerm
{
    /// <summary>Gets the column.</summary>
    /// <value>Required.</value>
    public required string Term { get; init; }

    /// <summary>Gets the lags; 0 is the same period.</summary>
    /// <value>Each from 0 to 100; 0 alone unless set.</value>
    public IReadOnlyList<int> Lags { get; init => field = Check(value); } = [0];

    private static IReadOnlyList<int> Check(IReadOnlyList<int> lags)
    {
        ArgumentNullException.ThrowIfNull(lags);
        foreach (int lag in lags)
        {
            Require.Between(lag, 0, 100, nameof(Lags));
        }

        Require.That(lags.Distinct().Count() == lags.Count, nameof(Lags), "must differ from each other");
        return lags;
    }
}
