using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Data.Files;
using Karkhana.Data.Surveys;
using Karkhana.Data.Ties;

namespace Karkhana.Data.Studies;

/// <summary>Reads a study; every problem is gathered before anything stops.</summary>
public sealed class StudyReader
{
    private readonly string _folder;
    private readonly DataProblems _problems = new();
    private readonly StudyFiles _files;
    private readonly List<StudyFile> _read = [];
    private readonly CancellationToken _cancellationToken;
    private readonly IProgress<RunProgress>? _progress;

    private StudyReader(string folder, IProgress<RunProgress>? progress, CancellationToken cancellationToken)
    {
        _folder = folder;
        _files = new StudyFiles(folder, _problems);
        _cancellationToken = cancellationToken;
        _progress = progress;
    }

    /// <summary>Reads a study.</summary>
    /// <remarks>Cost: one pass over each file; a register of a million rows takes a few seconds and about half a
    /// gigabyte.</remarks>
    /// <param name="folder">The folder with study.toml.</param>
    /// <param name="progress">Told how many rows were read.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The study; its warnings are in <see cref="Study.Problems"/>.</returns>
    /// <exception cref="StudyException">There is at least one error; holds all problems.</exception>
    public static Study Read(
        string folder, IProgress<RunProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        StudyReader reader = new(folder, progress, cancellationToken);
        Study? study = reader.ReadAll();
        reader._problems.ThrowIfErrors();
        return study!;
    }

    /// <summary>Lists all problems of a study.</summary>
    /// <param name="folder">The folder with study.toml.</param>
    /// <param name="progress">Told how many rows were read.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The problems, errors first; empty when there is none.</returns>
    public static IReadOnlyList<DataProblem> Check(
        string folder, IProgress<RunProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        StudyReader reader = new(folder, progress, cancellationToken);
        reader.ReadAll();
        return reader._problems.ToList();
    }

    private Study? ReadAll()
    {
        FileProblems settingsProblems = _files.ProblemsOf(StudyToml.FileName);
        StudyToml? toml = StudyToml.Read(_folder, settingsProblems);
        if (toml is null)
        {
            return null;
        }

        StudySettings settings = new(
            _folder,
            toml.Name() ?? "",
            toml.Text("study", "title") ?? toml.Text("study", "name") ?? "",
            toml.Whole("study", "seed", 2003),
            toml.Text("study", "currency") ?? "")
        {
            DailyWage = toml.Positive("survey", "daily_wage"),
            History = toml.History(),
        };
        FirmReading firms = ReadFirms(toml);
        settings = settings with { Comparison = ComparisonReader.Read(toml, firms.Firms) };
        if (firms.Ids is null or { Count: 0 })
        {
            return null;
        }

        TieParts ties = ReadTies(toml, firms.Ids);
        Survey? survey = toml.Has("survey") ? ReadSurvey(toml, firms.Ids) : null;
        InstitutionTable? institutions = ReadPart(
            toml, "institutions", (source, problems) => InstitutionReader.Read(source, toml, problems, firms.Points), table => table.Count);
        HashSet<string> register = new(firms.Firms?.Industries ?? [], StringComparer.Ordinal);
        IndustryTable? industries = ReadPart(
            toml, "industries", (source, problems) => IndustryReader.Read(source, toml, problems, register), table => table.Entries.Count);
        TechnicalChangeTable? changes = ReadPart(
            toml, "changes", (source, problems) => TechnicalChangeReader.Read(source, toml, problems, firms.Ids), table => table.Count);
        EmploymentPanel? panel = ReadPart(
            toml, "panel", (source, problems) => PanelReader.Read(source, toml, problems, firms.Ids), table => table.Count);
        ProgrammeTable? programme = ReadPart(
            toml, "programme", (source, problems) => ProgrammeReader.Read(source, toml, problems, firms.Ids), table => table.Count);
        RegionTable? regions = ReadPart(toml, "regions", (source, problems) => RegionReader.Read(source, toml, problems), table => table.Count);
        if (firms.Firms is null)
        {
            return null;
        }

        _read.Insert(0, _files.Describe(StudyToml.FileName, 0));
        return ties.AddTo(new Study(settings, firms.Firms, ties.AmongFirms, survey, _read, _problems.ToList())
        {
            Institutions = institutions,
            Industries = industries,
            Changes = changes,
            Panel = panel,
            Programme = programme,
            Regions = regions,
        });
    }

    private TieParts ReadTies(StudyToml toml, IReadOnlyList<string> firmIds)
    {
        PartyTable? parties = ReadPart(
            toml, "parties", (source, problems) => PartyReader.Read(source, toml, problems, firmIds), table => table.Count);
        NodeIndex nodes = new(firmIds, parties?.Ids ?? []);
        TieNames? names = ReadNames(toml, nodes);
        TieReading? ties = ReadPart(
            toml, "ties", (source, problems) => TieReader.Read(source, toml, problems, nodes, names), table => table.Reports.Count);
        MembershipTable? memberships = ReadPart(
            toml, "memberships", (source, problems) => MembershipReader.Read(source, toml, problems, nodes), table => table.Count);
        return new TieParts(ties, parties, memberships);
    }

    private TieNames? ReadNames(StudyToml toml, NodeIndex nodes)
    {
        if (toml.Has("ties") && TieColumns.UsesNames(toml) && !toml.Has("names"))
        {
            toml.Problems.Error(
                "missing-key", null, "names.file", "a part [names] for ties that give partners by name", "none",
                "Write [names] with file, id and name.");
        }

        IReadOnlyList<NamedNode>? names = ReadPart(
            toml, "names", (source, problems) => NameReader.Read(source, toml, problems, nodes), table => table.Count);
        string? review = toml.Text("ties", "matches")
            ?? (File.Exists(Path.Combine(_folder, NameReview.FileName)) ? NameReview.FileName : null);
        if (names is null || review is null || _files.Open(review) is not { } decided)
        {
            return names is null ? null : new TieNames(names, new Dictionary<string, string>(), nodes);
        }

        using (decided)
        {
            IReadOnlyDictionary<string, string>? decisions = NameReader.ReadDecisions(decided, _files.ProblemsOf(review), nodes);
            Note(review, decisions?.Count);
            return new TieNames(names, decisions ?? new Dictionary<string, string>(), nodes);
        }
    }

    private FirmReading ReadFirms(StudyToml toml)
    {
        if (toml.Required("firms", "file") is not { } file || _files.Open(file) is not { } source)
        {
            return FirmReading.None;
        }

        using (source)
        {
            FirmReading firms = FirmReader.Read(source, toml, _files.ProblemsOf(file), _progress, _cancellationToken);
            Note(file, firms.Firms?.Count);
            return firms;
        }
    }

    private Survey? ReadSurvey(StudyToml toml, IReadOnlyList<string> firmIds)
    {
        string? file = toml.Required("survey", "file");
        ItemBank? bank = ReadBank(toml);
        bool hasCodebook = toml.Sets("survey", "codebook");
        IReadOnlyList<SurveyItem>? codebook = hasCodebook && bank is not null ? ReadCodebook(toml, bank) : null;
        using ITableSource? source = file is null ? null : _files.Open(file);
        if (bank is null || source is null || (hasCodebook && codebook is null))
        {
            return null;
        }

        Survey? survey = SurveyReader.Read(source, toml, _files.ProblemsOf(file!), codebook, bank, firmIds);
        Note(file!, survey?.Respondents + (survey?.SecondVisits?.Respondents ?? 0));
        return survey;
    }

    private IReadOnlyList<SurveyItem>? ReadCodebook(StudyToml toml, ItemBank bank)
    {
        string? file = toml.Text("survey", "codebook");
        using ITableSource? source = file is null ? null : _files.Open(file);
        IReadOnlyList<SurveyItem>? codebook = source is null ? null : CodebookReader.Read(
            source, _files.ProblemsOf(file!), bank);
        if (codebook is not null)
        {
            Note(file!, codebook.Count);
        }

        return codebook;
    }

    private ItemBank? ReadBank(StudyToml toml)
    {
        if (!toml.Sets("survey", "item_bank"))
        {
            return ItemBank.Default;
        }

        string? file = toml.Text("survey", "item_bank");
        using ITableSource? source = file is null ? null : _files.Open(file);
        ItemBank? own = source is null ? null : ItemBank.Read(source, _files.ProblemsOf(file!));
        if (own is not null)
        {
            Note(file!, own.Items.Count);
        }

        return own is null ? null : ItemBank.Default.With(own);
    }

    // Files that a study may leave out, each with one reader.
    private T? ReadPart<T>(StudyToml toml, string part, Func<ITableSource, FileProblems, T?> read, Func<T, int> count)
        where T : class
    {
        if (!toml.Has(part) || toml.Required(part, "file") is not { } file || _files.Open(file) is not { } source)
        {
            return null;
        }

        using (source)
        {
            T? table = read(source, _files.ProblemsOf(file));
            Note(file, table is null ? null : count(table));
            return table;
        }
    }

    private void Note(string file, int? rows)
    {
        if (rows is { } count)
        {
            _read.Add(_files.Describe(file, count));
        }
    }
}
