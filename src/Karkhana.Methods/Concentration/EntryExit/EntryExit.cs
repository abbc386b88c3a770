using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Concentration;

/// <summary>Which specialisations regions gained and lost between two periods.</summary>
public static class EntryExit
{
    internal const string Source = "Neffke, Henning & Boschma 2011, doi:10.1111/j.1944-8287.2011.01121.x";

    /// <summary>Compares the specialisations at start and end.</summary>
    /// <remarks>
    /// A region is specialised where its location quotient is 1 or more, see
    /// <see cref="RevealedComparativeAdvantage"/>. Entry: 1 where it became so, 0 where it is in neither period, NaN
    /// where it was at the start. Exit: 1 where it ceased to be so, 0 where it stayed, NaN where it was not at the
    /// start. Growth 100 (x1 − x0) / x0, infinite from 0 to more, NaN from 0 to 0. Both tables must hold the same
    /// regions and industries. Cost: one pass over regions × industries.
    /// Source: Neffke, Henning and Boschma 2011, doi:10.1111/j.1944-8287.2011.01121.x.
    /// Agrees with: EconGeo 1.3 entry.mat and exit.mat, exactly.
    /// </remarks>
    /// <param name="periods">The two activity tables.</param>
    /// <param name="options">None.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>Entry, exit and growth per region and industry.</returns>
    public static EntryExitResult Estimate(
        ActivityPeriods periods,
        EntryExitOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(periods);
        periods.Check();
        bool[] before = SpecialisationTable.Marks(periods.Start, 1);
        bool[] after = SpecialisationTable.Marks(periods.End, 1);
        double[] entry = new double[before.Length];
        double[] exit = new double[before.Length];
        double[] growth = new double[before.Length];
        for (int cell = 0; cell < before.Length; cell++)
        {
            entry[cell] = before[cell] ? double.NaN : after[cell] ? 1 : 0;
            exit[cell] = !before[cell] ? double.NaN : after[cell] ? 0 : 1;
            growth[cell] = (periods.End.Values[cell] - periods.Start.Values[cell]) / periods.Start.Values[cell] * 100;
        }

        return new EntryExitResult(
            periods, entry, exit, growth, new Provenance("concentration.entry-exit", "", Source));
    }
}
