using Karkhana.Core.Exchange;

namespace Karkhana.CollectiveEfficiency;

/// <summary>What both ends say of one tie; NaN where an end says nothing.</summary>
internal sealed class ReportedTie
{
    /// <summary>Gets what the giving end says.</summary>
    public double Given { get; private set; } = double.NaN;

    /// <summary>Gets what the receiving end says.</summary>
    public double Received { get; private set; } = double.NaN;

    /// <summary>Gets what someone says; the study does not tell who.</summary>
    public double Unattributed { get; private set; } = double.NaN;

    public bool IsGiven => Given > 0;

    public bool IsReceived => Received > 0;

    /// <summary>Takes a report; of two by one end the greater counts.</summary>
    public void Add(double value, TieReporter? reporter)
    {
        if (reporter is TieReporter.From or TieReporter.Both)
        {
            Given = Greater(Given, value);
        }

        if (reporter is TieReporter.To or TieReporter.Both)
        {
            Received = Greater(Received, value);
        }

        if (reporter is null)
        {
            Unattributed = Greater(Unattributed, value);
        }
    }

    /// <summary>Gives the value of the tie; 0 when nobody reports one.</summary>
    public double Value(ReportedValue rule)
    {
        double[] said = [.. new[] { Given, Received, Unattributed }.Where(value => value > 0)];
        return said.Length == 0 ? 0 : rule == ReportedValue.Max ? said.Max() : said.Average();
    }

    private static double Greater(double known, double value) => double.IsNaN(known) ? value : Math.Max(known, value);
}
