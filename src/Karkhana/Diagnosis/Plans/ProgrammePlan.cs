using System.Globalization;
using System.Text;
using Karkhana.Core.Tables;
using Karkhana.Diagnosis.Sections;
using Karkhana.Policy;
using Karkhana.Reporting;

namespace Karkhana.Diagnosis.Plans;

/// <summary>What comes after a diagnosis: a first action plan and what to watch, as documents to go on writing (framework 6.2, steps 7 and
/// 9).</summary>
/// <param name="Actions">The action plan; null when too few firms said what holds them back for levers to be ranked.</param>
/// <param name="Monitoring">The indicators with their baselines.</param>
public sealed record ProgrammePlan(ActionPlan? Actions, MonitoringPlan Monitoring)
{
    private const string Synthetic = "**SYNTHETIC: the rows behind this document were made up.**";

    /// <summary>Fills the plan from the findings.</summary>
    /// <param name="findings">The findings.</param>
    /// <returns>The plan.</returns>
    public static ProgrammePlan Of(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        IndicatorSet indicators = IndicatorSet.Default();
        PolicyFile file = PolicyFile.Default();
        string currency = findings.Study.Settings.Currency;
        bool ranks = findings.Advice is { Levers.Count: > 0 } && LeverSection.IsAllowed(findings);
        return new ProgrammePlan(
            ranks
                ? ActionPlan.Of(
                    findings.Advice!, currency.Length > 0 && file.Money!.Knows(currency) ? file.In(currency) : file, indicators, findings.Focus.ClusteredFirms.Length)
                : null,
            new MonitoringPlan(indicators, IndicatorBaselines.Of(findings, indicators)));
    }

    /// <summary>Gives the tables of the plan.</summary>
    /// <returns>The tables.</returns>
    public IReadOnlyList<Table> ToTables() => [.. Actions is null ? [] : new[] { Actions.ToTable() }, Monitoring.ToTable()];

    /// <summary>Gives the action plan as Markdown.</summary>
    /// <param name="findings">The findings.</param>
    /// <returns>The text.</returns>
    public string ActionDocument(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        StringBuilder text = Begin(findings, "Action plan");
        if (Actions is null)
        {
            return text.Append("Fewer than 100 firms said what holds them back: levers are not ranked, and no plan is drafted.\n").ToString();
        }

        text.Append(CultureInfo.InvariantCulture, $"A draft from the advice by rules, for {Actions.Firms} firms. The order is not settled where intervals of scores overlap; it rests on the mix of regimes below. Costs are orders of magnitude in {Actions.Money}, if all firms took part. Owner, date and state are for those who run the programme.\n\n");
        text.Append(MarkdownTable.Render(Actions.ToTable(), "policy", "activity", "reason", "start", "end", "cost", "indicators", "failure", "owner", "date", "state"));
        if (findings.RegimeMix is { } mix)
        {
            text.Append("\n## Mix of regimes\n\n").Append(MarkdownTable.Render(mix));
        }

        return text.ToString();
    }

    /// <summary>Gives the monitoring plan as Markdown.</summary>
    /// <param name="findings">The findings.</param>
    /// <returns>The text.</returns>
    public string MonitoringDocument(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        return Begin(findings, "Monitoring plan")
            .Append(CultureInfo.InvariantCulture, $"Indicators of version {Monitoring.Set.Version}. Baselines are those of this study with 95 % limits and the firms behind them; what rests on fewer than five firms is left out. Targets are for those who run the programme, with date and author. Where a definition gets a new version, the series breaks.\n\n")
            .Append(MarkdownTable.Render(
                Monitoring.ToTable(), "level", "name", "formula", "version", "frequency", "unit", "estimate", "conf_low", "conf_high", "n", "target", "target_date", "target_author"))
            .ToString();
    }

    private static StringBuilder Begin(Findings findings, string title)
    {
        StringBuilder text = new();
        text.Append("# ").Append(title).Append(": ").Append(findings.Study.Settings.Title.ReplaceLineEndings(" ")).Append("\n\n");
        return findings.Study.IsSynthetic ? text.Append(Synthetic).Append("\n\n") : text;
    }
}
