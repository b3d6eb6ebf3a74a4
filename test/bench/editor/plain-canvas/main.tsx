import '@xyflow/react/dist/style.css';
import { ReactFlow, useEdgesState, useNodesState, type Edge, type Node } from '@xyflow/react';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { largeContent } from '../large-flow.ts';

const { flow } = largeContent('plain');
const NODES: Node[] = flow.nodes.map(({ id, name, position }) => ({
  id,
  position: { ...position },
  data: { label: name },
  width: 164,
  height: 44,
}));
const EDGES: Edge[] = flow.edges.map(({ id, from, to }) => ({ id, source: from.node, target: to }));

/** The same steps and arrows with React Flow's own cards and lines, and nothing around them. */
function PlainCanvas(): ReactNode {
  const [nodes, , onNodesChange] = useNodesState(NODES);
  const [edges, , onEdgesChange] = useEdgesState(EDGES);
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      onNodesChange={onNodesChange}
      onEdgesChange={onEdgesChange}
      minZoom={0.1}
      maxZoom={2}
      panOnScroll
      onlyRenderVisibleElements
      fitView
      fitViewOptions={{ maxZoom: 1, minZoom: 0.75 }}
    />
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(<PlainCanvas />);
