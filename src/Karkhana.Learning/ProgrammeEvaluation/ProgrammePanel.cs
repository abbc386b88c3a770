using Karkhana.Core.Errors;

namespace Karkhana.Learning;

/// <summary>Firms watched before and after a programme, one row per firm and period.</summary>
public sealed record ProgrammePanel
{
    /// <summary>Gets the firm of each row.</summary>
    public required IReadOnlyList<string> Firm { get; init; }

    /// <summary>Gets the period of each row; NaN is missing.</summary>
    public required IReadOnlyList<double> Period { get; init; }

    /// <summary>Gets the outcome; NaN is missing.</summary>
    public required IReadOnlyList<double> Outcome { get; init; }

    /// <summary>Gets the first period in which the firm takes part; infinity for never, NaN where it is not known.</summary>
    public required IReadOnlyList<double> TreatedFrom { get; init; }

    /// <summary>Gets the kilometres from the firm to the nearest one that takes part, 0 for those that do; NaN where it is not known.</summary>
    public required IReadOnlyList<double> Distance { get; init; }

    /// <summary>Gets whether the firm lies in a place where the programme runs.</summary>
    public required IReadOnlyList<bool> ProgrammePlace { get; init; }

    /// <summary>Gets the place of each row, by which errors are clustered; none when places are not known.</summary>
    public IReadOnlyList<string> Place { get; init; } = [];

    /// <summary>Gets columns given which trends are taken to be parallel, taken at the last period before adoption.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<double>> Covariates { get; init; } = new Dictionary<string, IReadOnlyList<double>>();

    /// <summary>Gets the number of rows.</summary>
    public int Rows => Firm.Count;

    /// <summary>Refuses columns of different length, and values that make no sense.</summary>
    internal void Check()
    {
        Require.That(Rows > 0, nameof(Firm), "must have at least one row; it was empty");
        Require.SameLength(Rows, Period.Count, nameof(Period));
        Require.SameLength(Rows, Outcome.Count, nameof(Outcome));
        Require.SameLength(Rows, TreatedFrom.Count, nameof(TreatedFrom));
        Require.SameLength(Rows, Distance.Count, nameof(Distance));
        Require.SameLength(Rows, ProgrammePlace.Count, nameof(ProgrammePlace));
        Require.That(Place.Count == 0 || Place.Count == Rows, nameof(Place), FormattableString.Invariant($"must have {Rows} values; it had {Place.Count}"));
        foreach ((string name, IReadOnlyList<double> column) in Covariates)
        {
            Require.SameLength(Rows, column.Count, name);
        }

        for (int row = 0; row < Rows; row++)
        {
            if (Distance[row] < 0)
            {
                Require.That(false, nameof(Distance), FormattableString.Invariant($"must be 0 km or greater; row {row + 1} had {Distance[row]}"));
            }
        }
    }
}
