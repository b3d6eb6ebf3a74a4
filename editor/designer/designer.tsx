import { Button } from '@mantine/core';
import { useCallbackRef, useMediaQuery } from '@mantine/hooks';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { nanoid } from 'nanoid';
import { useDeferredValue, useMemo, useRef, useState, useSyncExternalStore, type ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { ActivityContract } from '../../definitions/activity/contract.ts';
import type { Fix } from '../../definitions/check/fix.ts';
import type { Issue } from '../../definitions/check/issue.ts';
import type { Flow } from '../../definitions/flow/flow.ts';
import type { FlowNode } from '../../definitions/flow/node.ts';
import casePage from '../cases/case-page.module.css';
import { Page } from '../shell/page.tsx';
import surface from '../shell/surface.module.css';
import { drawingWords } from '../shell/drawing-words.ts';
import { words } from '../shell/words.ts';
import { paletteOf, type PaletteItem } from './choices.ts';
import type { ViewActs } from './canvas/canvas-tools.tsx';
import { addStep, type StepTarget } from './commands/add-step.ts';
import { bandDeed, type BandAct } from './band-acts.ts';
import { chosenIn } from './chosen-in.ts';
import { freePort } from './commands/free-port.ts';
import { changeStepAndDeclare } from './commands/change-and-declare.ts';
import type { Chosen } from './commands/remove.ts';
import type { Desk } from './desk.ts';
import styles from './designer.module.css';
import { DraftCanvas } from './draft-canvas.tsx';
import { DesignerSheets } from './designer-sheets.tsx';
import { FileMenu } from './file-menu.tsx';
import { FlowAsList } from './flow-as-list.tsx';
import { FlowTabs } from './flow-tabs.tsx';
import { LeftSide, SideButtons } from './left-side.tsx';
import { ListsMenu } from './lists/lists-menu.tsx';
import { openedIn, OpenSheet } from './open-sheet.tsx';
import { Problems } from './problems.tsx';
import { StepPanel } from './step-panel.tsx';
import { UntoldHere } from './stories/untold-here.ts';
import { untoldPlaces } from './stories/untold-places.ts';
import { useExample } from './stories/use-example.ts';
import { useStories } from './stories/use-stories.ts';
import { tidy } from './tidy.ts';
import { troublesIn } from './troubles.ts';
import { TrailBar } from './trail/trail-bar.tsx';
import { useInside } from './trail/use-inside.ts';
import { useWalk } from './trail/use-walk.ts';
import { TurnButton } from './turn-button.tsx';
import { TrialAside, TryButton } from './trial/trial-aside.tsx';
import { useTrial } from './trial/use-trial.ts';
import { useChecks } from './use-checks.ts';
import { useClipboard } from './use-clipboard.ts';
import { useHeld } from './use-held.ts';
import { useKeys, type Sheet } from './use-keys.ts';
import { useLeftSide } from './use-left-side.ts';
import { usePutRight } from './use-put-right.ts';

const NOTHING: Chosen = { nodes: [], edges: [] };

/** A draft being drawn: the palette, the canvas, the chosen step, and what is wrong. */
export function Designer({
  desk,
  contracts,
  beside,
  notices,
}: {
  readonly desk: Desk;
  readonly contracts: readonly ActivityContract[];
  /** How what was done stands, and who else is here. */
  readonly beside?: ReactNode;
  /** What has to be said about what was done, above the problems. */
  readonly notices?: ReactNode;
}): ReactNode {
  const state = useSyncExternalStore(desk.subscribe, desk.state);
  const { content, done, undone } = state;
  const [search] = useSearchParams();
  const [chosen, setChosen] = useState<Chosen>(() => chosenIn(search));
  const walk = useWalk(content, setChosen);
  const { flow, openTable, openWords } = walk;
  const activities = useMemo(
    () => Object.fromEntries(contracts.map((contract) => [contract.name, contract])),
    [contracts],
  );
  const issues = useChecks(content, activities);
  const troubles = useMemo(() => troublesIn(flow, issues ?? []), [flow, issues]);
  const groups = useMemo(() => paletteOf(contracts, content, flow.id), [contracts, content, flow.id]);
  const [isMoving, setMoving] = useState(false);
  // The panel of a step that is taken hold of is not built while it is moved, nor before the drawing shows what is chosen.
  const told = useDeferredValue(useHeld(chosen, isMoving));
  const { designer } = drawingWords;
  const opened = openedIn(content, search);
  const openFlow = (id: string): void => {
    setChosen(NOTHING);
    walk.goTo(id);
  };
  const { inside, beginFlow, group } = useInside({ desk, walk, chosen, onChoose: setChosen });
  const isDrawing = opened === null;
  const trying = useTrial({ content, activities, flow, chosen, isDrawing, onFlow: openFlow });
  const side = useLeftSide(search);
  const isAsking = side.shows === 'stories' || chosen.nodes.length === 1;
  const stories = useStories({ content, activities, isAsking });
  const untold = useMemo(() => untoldPlaces(stories, flow), [stories, flow]);
  const example = useExample({ stories, trying, flow, chosen });
  const drawn = useMemo(
    () => ({ content, activities, troubles, trial: trying.drawn }),
    [content, activities, troubles, trying.drawn],
  );
  const add = (item: PaletteItem, target: StepTarget): void => {
    const id = nanoid(12);
    desk.do(
      designer.did.added(item.title),
      addStep(flow.id, item.choice, target, { id, newId: () => nanoid(12) }),
    );
    setChosen({ nodes: [id], edges: [] });
  };
  const goTo = ({ place }: Pick<Issue, 'place'>): void => {
    if (place.scenario !== undefined) return side.openStory(place.scenario);
    if (place.wordList !== undefined) return openWords(place.wordList, place);
    if (place.table !== undefined) return openTable(place.table, place);
    if (place.flow !== flow.id) walk.goTo(place.flow);
    setChosen({
      nodes: place.node === undefined ? [] : [place.node],
      edges: place.edge === undefined ? [] : [place.edge],
    });
  };
  const changeStep = useCallbackRef((label: string, node: FlowNode) =>
    desk.do(label, changeStepAndDeclare(flow.id, node, activities)),
  );
  const putRight = usePutRight(desk);
  const fixStep = useCallbackRef((fix: Fix) => putRight(flow.id, fix));
  const openTableOf = useCallbackRef((id: string) => openTable(id));
  const openFlowOf = useCallbackRef(() => inside(told));
  const openWordsOf = useCallbackRef((id: string) => openWords(id));
  const onBand = useCallbackRef((act: BandAct) => {
    const { label, command } = bandDeed(flow, act);
    desk.do(label, command);
  });
  const putBehind = useCallbackRef((item: PaletteItem) => add(item, targetBehind(flow, chosen)));
  const go = useCallbackRef(goTo);
  const fix = useCallbackRef(({ place }: Issue, how: Fix) => putRight(place.flow, how));
  const isNarrow = useMediaQuery('(max-width: 900px)', undefined, { getInitialValueInEffect: false });
  const clipboard = useClipboard({ desk, flow, chosen, onChosen: setChosen, isDrawing });
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const askToGroup = useCallbackRef(() => setSheet('group'));
  const askHowTables = useCallbackRef(() => setSheet('requirements'));
  const view = useRef<ViewActs | null>(null);
  const isIdle = isDrawing && !trying.isOn;
  const toCaller = useCallbackRef(walk.back);
  const back = walk.trail.length === 0 ? null : toCaller;
  useKeys({
    desk,
    flow,
    chosen,
    clipboard,
    onChosen: setChosen,
    isDrawing: isIdle,
    onSheet: setSheet,
    onName: useCallbackRef(() => view.current?.name()),
    inside,
    back,
  });

  return (
    <Page
      fill
      title={opened?.name ?? content.flow.name}
      beside={beside}
      before={
        <>
          <Link to="/flows" className={casePage['back']}>
            {words.flows.title} ›
          </Link>
          {isDrawing ? null : (
            <Link to={walk.hrefOf()} className={casePage['back']}>
              {content.flow.name} ›
            </Link>
          )}
        </>
      }
      actions={
        <>
          <TurnButton
            label={designer.undo}
            of={done.at(-1)?.label}
            as={designer.undoOf}
            onClick={() => desk.undo()}
          >
            <IconArrowBackUp size={16} aria-hidden />
          </TurnButton>
          <TurnButton
            label={designer.redo}
            of={undone.at(-1)?.label}
            as={designer.redoOf}
            onClick={() => desk.redo()}
          >
            <IconArrowForwardUp size={16} aria-hidden />
          </TurnButton>
          <TryButton trying={trying} isDrawing={isDrawing} />
          <FileMenu desk={desk} content={content} activities={activities} />
          <Button component={Link} to={`/flows/${encodeURIComponent(content.flow.id)}/draft/publish`}>
            {designer.publish}
          </Button>
        </>
      }
    >
      <DesignerSheets
        sheet={sheet}
        on={{
          ...{ state, flow, chosen, groups, clipboard, onSheet: setSheet, onChosen: setChosen },
          ...{ isDrawing: isIdle, isCovered: !isDrawing, view: view.current },
          ...{ undo: () => desk.undo(), redo: () => desk.redo() },
          tidy: () => void tidy(desk, flow, chosen),
          onBand,
          tryIt: trying.begin,
          onAdd: (item) => add(item, targetBehind(flow, chosen)),
          onValues: () => side.show('values'),
          onStories: () => side.show('stories'),
          onGroup: group,
          ...{ desk, activities, openTable: search.get('table') },
          onStep: (of, node) => {
            walk.goTo(of);
            setChosen({ nodes: [node], edges: [] });
          },
          ...{ onFlow: openFlow, onTable: openTable, onWords: openWords, inside, back },
        }}
      />
      {opened === null ? null : (
        <OpenSheet
          {...{ opened, desk, content, activities, stories, trying }}
          onTry={() => openFlow(flow.id)}
          {...{ onOpenTable: openTable, onRequirements: askHowTables }}
        />
      )}
      <div className={styles['columns']} hidden={!isDrawing}>
        <LeftSide
          {...{ desk, content, activities, flow, groups, side, stories, trying, isNarrow }}
          onAdd={putBehind}
          onGo={(place) => goTo({ place })}
        />
        <div className={styles['middle']}>
          <section className={`${surface['surface']} ${styles['sheet']}`} aria-label={flow.name}>
            <TrailBar {...{ content, walk }} />
            <FlowTabs content={content} flow={flow} onFlow={openFlow}>
              <ListsMenu
                {...{ desk, content }}
                onOpenTable={openTable}
                onOpenWords={(id) => openWords(id)}
                onRequirements={askHowTables}
              />
              <SideButtons side={side} />
            </FlowTabs>
            {isNarrow ? (
              <FlowAsList drawn={drawn} flow={flow} chosen={chosen} onChoose={setChosen} />
            ) : (
              <UntoldHere value={untold}>
                <DraftCanvas
                  key={flow.id}
                  {...{ desk, flow, drawn, groups, chosen, view }}
                  onChoose={setChosen}
                  onBand={onBand}
                  onAdd={add}
                  onOpen={(node) => inside({ nodes: [node], edges: [] })}
                  onMoving={setMoving}
                />
              </UntoldHere>
            )}
          </section>
          {notices}
          <Problems issues={issues} content={content} onGo={go} onFix={fix} />
        </div>
        {trying.isOn ? (
          <TrialAside {...{ desk, trying, content, activities }} />
        ) : (
          // As long as it tells of what was chosen before, nothing is written there for what is chosen now.
          <div className={styles['told']} inert={told !== chosen}>
            <StepPanel
              {...{ flow, content, contracts, issues, example }}
              chosen={told}
              onChange={changeStep}
              onFix={fixStep}
              onOpenTable={openTableOf}
              onOpenWords={openWordsOf}
              onOpenFlow={openFlowOf}
              onBeginFlow={beginFlow}
              onGroup={askToGroup}
            />
          </div>
        )}
      </div>
    </Page>
  );
}

/** Behind the chosen step, if one is; else where there is room, below all others. */
function targetBehind(flow: Flow, { nodes }: Chosen): StepTarget {
  const [only] = nodes;
  const port = only === undefined || nodes.length > 1 ? undefined : freePort(flow, only);
  if (only !== undefined && port !== undefined) return { after: { node: only, port } };
  const lowest = flow.nodes.toSorted((a, b) => b.position.y - a.position.y)[0];
  return { at: { x: flow.nodes[0]?.position.x ?? 84, y: (lowest?.position.y ?? 0) + 80 } };
}
