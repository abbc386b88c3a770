using Karkhana.CollectiveEfficiency;
using Karkhana.Core.Exchange;
using Karkhana.Data.Studies;

namespace Karkhana.Diagnosis;

/// <summary>What ties and survey say of exposures, to be joined with what the register says.</summary>
internal sealed class ExposureSources
{
    private readonly IReadOnlyList<string> _firmIds;
    private readonly List<ExposureTable> _others = [];

    public ExposureSources(Study study, Focus focus)
    {
        _firmIds = study.Firms.Ids;
        if (study.Ties is not null)
        {
            // A firm that nobody could name has no ties to count: dispersed firms enter only when they appear in some tie.
            HashSet<int> listed = [.. study.Ties.From, .. study.Ties.To];
            int[] named = [.. focus.Firms.Where((firm, i) => focus.Clustered[i] || listed.Contains(firm))];
            _others.Add(TieExposures.Estimate(study.Ties, named));
        }

        if (study.Survey is not null)
        {
            _others.Add(SurveyExposures.Estimate(study.Firms.Ids, study.Survey));
        }
    }

    /// <summary>Joins all sources.</summary>
    public ExposureTable With(ExposureTable register) => ExposureTable.Combine(_firmIds, [register, .. _others]);
}
