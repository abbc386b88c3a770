using Karkhana.Core.Errors;
using Karkhana.Core.Exchange;
using Karkhana.Data.Surveys;
using Karkhana.Data.Ties;

namespace Karkhana.Data.Studies;

/// <summary>A study that was read and found fit to use.</summary>
/// <param name="Settings">What study.toml says.</param>
/// <param name="Firms">The register.</param>
/// <param name="Ties">The ties between firms of the register, or null when the study has none.</param>
/// <param name="Survey">The survey, or null when the study has none.</param>
/// <param name="Files">The files that were read, with their SHA-256.</param>
/// <param name="Problems">Information and warnings; they travel with the results.</param>
public sealed record Study(
    StudySettings Settings,
    FirmRegister Firms,
    TieTable? Ties,
    Survey? Survey,
    IReadOnlyList<StudyFile> Files,
    IReadOnlyList<DataProblem> Problems)
{
    /// <summary>Gets the institutions that firms can reach, or null when the study has none.</summary>
    public InstitutionTable? Institutions { get; init; }

    /// <summary>Gets what the study says of its industries, or null when it says nothing.</summary>
    public IndustryTable? Industries { get; init; }

    /// <summary>Gets the technical changes of firms, or null when the study has none.</summary>
    public TechnicalChangeTable? Changes { get; init; }

    /// <summary>Gets the workers of establishments by year, or null when the study has none.</summary>
    public EmploymentPanel? Panel { get; init; }

    /// <summary>Gets who takes part in a programme and since when, or null when the study does not say.</summary>
    public ProgrammeTable? Programme { get; init; }

    /// <summary>Gets innovations and inputs of regions, or null when the study has none.</summary>
    public RegionTable? Regions { get; init; }

    /// <summary>Gets the ties as they were reported, with waves and parties outside, or null when the study has
    /// none.</summary>
    public TieReports? TieReports { get; init; }

    /// <summary>Gets the parties outside the register, or null when the study has none.</summary>
    public PartyTable? Parties { get; init; }

    /// <summary>Gets who is in which association, or null when the study does not say.</summary>
    public MembershipTable? Memberships { get; init; }

    /// <summary>Gets what came of each name of a partner; empty when partners are given by id. For the owner of the
    /// study, never for results.</summary>
    public IReadOnlyList<NameMatch> NameMatches { get; init; } = [];

    /// <summary>Gets a value indicating whether any row is synthetic.</summary>
    public bool IsSynthetic
    {
        get
        {
            IReadOnlyList<bool>?[] marks =
                [Firms.Synthetic, Survey?.Synthetic, Institutions?.Synthetic, Changes?.Synthetic, Panel?.Synthetic, Programme?.Synthetic, Regions?.Synthetic];
            return marks.OfType<IReadOnlyList<bool>>().Any(rows => rows.Contains(true));
        }
    }
}
